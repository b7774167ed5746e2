import type { Store } from '../store.ts'
import type { Statements } from './statements.ts'
import { run, type Steps } from './steps.ts'

/** Whose code this is, of who takes part or of who only looks on. */
export async function sessionIdByCode(sql: Statements, code: string): Promise<string | null> {
  const text = 'SELECT id FROM sessions WHERE code = ? OR watch_code = ?'
  return ((await sql.one(text, code, code))?.id as string | undefined) ?? null
}

export async function sessionIdBySignToken(
  sql: Statements,
  token: string,
): ReturnType<Store['sessionIdBySignToken']> {
  const text = `SELECT session, id AS place, 0 AS retired FROM signatories WHERE token = ?
    UNION ALL SELECT session, partner, 1 FROM former_links WHERE token = ?`
  const row = await sql.one(text, token, token)
  return (
    row && {
      session: row.session as string,
      place: row.place as string,
      retired: row.retired === 1,
    }
  )
}

export async function snapshotAnywhere(sql: Statements, hash: string): ReturnType<Store['snapshotAnywhere']> {
  const row = await sql.one('SELECT session, canonical FROM snapshots WHERE hash = ? LIMIT 1', hash)
  return row && { session: row.session as string, snapshot: { hash, canonical: row.canonical as string } }
}

/** A value of the whole installation, made when there is none; who makes one at the same moment may be first. */
export async function installation(
  sql: Statements,
  name: string,
  make: () => Promise<string>,
): Promise<string> {
  const read = async () => (await sql.one('SELECT value FROM installation WHERE name = ?', name))?.value
  const found = await read()
  if (found !== undefined) return found as string
  await sql.run(
    'INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    name,
    await make(),
  )
  return (await read()) as string
}

/** Puts what `change` makes of a value in its place, and gives it; null, and nothing changed, where it is not there. */
export async function changeInstallation(
  sql: Statements,
  name: string,
  change: (value: string) => string,
): Promise<string | null> {
  for (;;) {
    const row = await sql.one('SELECT value FROM installation WHERE name = ?', name)
    if (row === null) return null
    const value = change(String(row.value))
    // Somebody else may have changed it since it was read; then it is read again.
    const text = 'UPDATE installation SET value = ? WHERE name = ? AND value = ?'
    if ((await sql.run(text, value, name, String(row.value))) === 1) return value
  }
}

/** Keeps something, so that a store which can keep nothing says so. Another value each time: writing what stands there may be spared. */
export function* probe(): Steps<void> {
  yield* run(`INSERT INTO installation (name, value) VALUES ('probe', '1')
    ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(installation.value AS BIGINT) + 1 AS TEXT)`)
}

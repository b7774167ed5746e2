import type { Row, Statements } from './statements.ts'

/** What a session's rows hold of what was fixed and signed, as it stands in the file: nothing of it was looked at. */
export type RawRecord = {
  session: string
  network: string
  board: string | null
  statement: string | null
  partners: string[]
  /** Where people sign for partners. */
  places: { id: string; partner: string }[]
  audit: { sequence: number; at: number; actor: string; type: string; detail: string; hash: string }[]
  snapshots: { hash: string; canonical: string }[]
  signatures: { sequence: number; partner: string; body: string }[]
  edition: { hash: string; canonical: string; signatures: string } | null
  /** The file that the session was brought back from, as it came; null of every other. */
  archive: string | null
  /** Whether something is open that only lasts within a transaction. */
  erasing: boolean
}

/** Of every session, the oldest first. */
export async function rawRecordsIn(sql: Pick<Statements, 'all'>): Promise<RawRecord[]> {
  const records: RawRecord[] = []
  for (const row of await sql.all('SELECT * FROM sessions ORDER BY created_at, id'))
    records.push(await recordOf(row, sql))
  return records
}

async function recordOf(row: Row, sql: Pick<Statements, 'all'>): Promise<RawRecord> {
  const session = row.id as string
  const of = async <T>(text: string) => (await sql.all(text, session)).map(each => ({ ...each })) as T[]
  const partners = await of<{ id: string }>('SELECT id FROM partners WHERE session = ?')
  const archives = await of<{ file: string }>('SELECT file FROM archives WHERE session = ?')
  const editions = await of<NonNullable<RawRecord['edition']>>(
    'SELECT hash, canonical, signatures FROM editions WHERE session = ?',
  )
  return {
    session,
    network: row.network as string,
    board: row.board as string | null,
    statement: row.statement as string | null,
    partners: partners.map(({ id }) => id),
    places: await of('SELECT id, partner FROM signatories WHERE session = ? ORDER BY rowid'),
    audit: await of(
      'SELECT sequence, at, actor, type, detail, hash FROM audit WHERE session = ? ORDER BY sequence',
    ),
    snapshots: await of('SELECT hash, canonical FROM snapshots WHERE session = ?'),
    signatures: await of(
      'SELECT sequence, partner, body FROM signatures WHERE session = ? ORDER BY sequence',
    ),
    edition: editions[0] ?? null,
    archive: archives[0]?.file ?? null,
    erasing: (await of('SELECT session FROM erasures WHERE session = ?')).length > 0,
  }
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Played, playExample } from '#server/example/play.ts'
import { onFile } from '#tests/harness/database.ts'
import { startPostgres, type TestPostgres } from '#tests/harness/postgres.ts'
import { program } from '#tests/harness/program.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const room = mkdtempSync(join(tmpdir(), 'mozaiekbord-on-postgres-'))
const run = promisify(execFile)
let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.remove()
  rmSync(room, { recursive: true })
})

const serverOn = (url: string): Promise<TestServer> =>
  startServer(undefined, undefined, undefined, { DATABASE_URL: url })

/** What who leads gets of the statement, and what a server says of it. */
async function taken(server: TestServer, { session, facilitatorToken }: Played, kind: 'json' | 'pdf') {
  const headers = { authorization: `Bearer ${facilitatorToken}` }
  const answer = await fetch(`${server.url}/api/sessions/${session}/export.${kind}`, { headers })
  expect(answer.status).toBe(200)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const verified = await fetch(`${server.url}/api/verify`, { method: 'POST', body: bytes })
  return { bytes, told: (await verified.json()) as { verdict: string } }
}

/** All of a dossier but its seal, which is another each time that it is made. */
function unsealed({ bytes }: { bytes: Buffer }): unknown {
  const { seal, ...dossier } = JSON.parse(bytes.toString())
  expect(seal).toBeDefined()
  return dossier
}

/** Each table of a database with a hash over all of its rows. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new Client(url)
  await client.connect()
  try {
    const { rows } = await client.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    )
    const hashes = rows.map(async ({ name }) => {
      const text = `SELECT count(*) || ' ' || coalesce(md5(string_agg(each::text, '|' ORDER BY each::text)), '') AS hash FROM "${name}" each`
      return [name, (await client.query(text)).rows[0].hash] as const
    })
    return Object.fromEntries(await Promise.all(hashes))
  } finally {
    await client.end()
  }
}

test('[M30] a kick-off goes from notes to signed statement on PostgreSQL, and is the same after kill -9 and out of a dump', async () => {
  const server = await serverOn(postgres.url)
  try {
    const played = await playExample({ url: server.url, until: 'signed' })
    const [json, pdf] = [await taken(server, played, 'json'), await taken(server, played, 'pdf')]
    const { statementHash, signatures } = JSON.parse(json.bytes.toString())
    expect(signatures.length).toBeGreaterThan(1)
    for (const { told } of [json, pdf])
      expect(told).toMatchObject({ verdict: 'intact', statement: { hash: statementHash } })

    await server.kill()
    await server.restart()
    expect(unsealed(await taken(server, played, 'json'))).toEqual(unsealed(json))
    await server.stop()

    const dump = join(room, 'bord.dump')
    const again = await postgres.database()
    const dumping = ['--format=custom', '--no-owner', `--file=${dump}`, `--dbname=${postgres.url}`]
    await run(program('pg_dump', 'initdb'), dumping)
    const restoring = ['--no-owner', '--exit-on-error', '--single-transaction', `--dbname=${again}`, dump]
    await run(program('pg_restore', 'initdb'), restoring)
    expect(await contentOf(again)).toEqual(await contentOf(postgres.url))
    const copy = await serverOn(again)
    try {
      const there = await taken(copy, played, 'json')
      expect(unsealed(there)).toEqual(unsealed(json))
      // By the seal that came along.
      expect(there.told).toMatchObject({ verdict: 'intact' })
    } finally {
      await copy.remove()
    }
  } finally {
    await server.remove()
  }
}, 180_000)

const script = (name: string) => new URL(`../../scripts/${name}.ts`, import.meta.url).pathname
const command = (url: string, name: string, ...given: string[]) =>
  run(process.execPath, [script(name), ...given], {
    env: { ...process.env, DATA_DIR: room, DATABASE_URL: url },
  })

test('[M31] a command that works on a database file alone refuses where all is in a PostgreSQL, and names the way', async () => {
  const asked = { backup: ['--to', join(room, 'never')], restore: ['--from', join(room, 'never')] }
  for (const [name, given] of Object.entries(asked))
    await expect(command(postgres.url, name, ...given), name).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^This installation is in PostgreSQL .* See docs\/operations\.md/),
    })
})

test('[M31] the record in a PostgreSQL is checked, its files too, and its sessions are exported while a node runs on it', async () => {
  const url = await postgres.database()
  await expect(command(url, 'verify')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('holds no installation yet'),
  })
  const server = await serverOn(url)
  try {
    const played = await playExample({ url: server.url, until: 'signed' })
    const whole = await command(url, 'verify')
    expect(whole.stdout).toMatch(/^whole {3}.*\n.*\n1 session: everything is as it was kept\.\n$/)
    const to = join(room, 'exported')
    const { stdout } = await command(url, 'export', '--to', to)
    expect(stdout).toMatch(/^Written to .* of 1 session; sessions\.json says which\.\n$/)
    const [{ folder, files }] = JSON.parse(readFileSync(join(to, 'sessions.json'), 'utf8'))
    const named = (end: string) =>
      join(
        to,
        folder,
        files.find((file: string) => file.endsWith(end)),
      )
    const there = { bytes: readFileSync(named('.json')) }
    expect(unsealed(there)).toEqual(unsealed(await taken(server, played, 'json')))
    for (const end of ['.json', '.pdf'])
      expect((await command(url, 'verify', named(end))).stdout).toContain('exactly what was fixed')

    const client = new Client(url)
    await client.connect()
    await client.query(
      "ALTER TABLE audit DISABLE TRIGGER USER; UPDATE audit SET actor = 'x' WHERE sequence = 3",
    )
    await client.end()
    await expect(command(url, 'verify')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('BROKEN'),
    })
  } finally {
    await server.remove()
  }
}, 120_000)

test('[M35] a signed kick-off that is moved from a folder to PostgreSQL is opened there by the links and keys it had, with the same hashes', async () => {
  const server = await startServer(undefined, undefined, undefined, onFile)
  const to = await postgres.database()
  const move = () => run(process.execPath, [script('migrate'), '--from', server.folder, '--to', to])
  try {
    const played = await playExample({ url: server.url, until: 'signed' })
    const before = await taken(server, played, 'json')
    await expect(move()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('is running') })
    await server.stop()
    expect((await move()).stdout).toContain('the same on both sides')
    await expect(move()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('empty') })
    const there = await serverOn(to)
    try {
      const after = await taken(there, played, 'json')
      expect(unsealed(after)).toEqual(unsealed(before))
      expect([before.told.verdict, after.told.verdict]).toEqual(['intact', 'intact'])
    } finally {
      await there.remove()
    }
  } finally {
    await server.remove()
  }
}, 180_000)

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playExample } from '#server/example/play.ts'
import { dropDatabase, onPostgres } from '#tests/harness/database.ts'
import { copied, environmentOf, type Installation, unguarded } from '#tests/harness/installation.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'

let server: TestServer
/** The record of an example that is signed by all, and of a session in which one declined, withdrew and signed. */
let kept: Installation
let files: { pdf: Buffer; json: Buffer }
const folders: string[] = []
const databases: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'mozaiekbord-record-'))
  folders.push(made)
  return made
}
/** The same record once more, for who does something to it. */
const another = async (record: Installation): Promise<Installation> => {
  const copy = await copied(record, folder())
  if (copy.database !== null) databases.push(copy.database)
  return copy
}

beforeAll(async () => {
  server = await startServer()
  const { session, facilitatorToken } = await playExample({ url: server.url, until: 'signed' })
  const { pathOf, give } = await signingSession(server)
  const path = await pathOf(0)
  for (const decision of ['declines', 'withdraws', 'signs'] as const) await give(path, decision)
  const fetched = async (ending: string) => {
    const headers = { authorization: `Bearer ${facilitatorToken}` }
    const response = await fetch(`${server.url}/api/sessions/${session}/export.${ending}`, { headers })
    return Buffer.from(await response.arrayBuffer())
  }
  files = { pdf: await fetched('pdf'), json: await fetched('json') }
  await server.kill()
  kept = await another(server)
})
afterAll(async () => {
  await server.remove()
  for (const each of folders) rmSync(each, { recursive: true })
  for (const each of databases) await dropDatabase(each)
})

const root = new URL('../..', import.meta.url).pathname
function verify(kept: Installation, ...given: string[]): { said: string; status: number | null } {
  const env = { ...process.env, ...environmentOf(kept) }
  const ran = spawnSync(process.execPath, ['scripts/verify.ts', ...given], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  return { said: ran.stdout + ran.stderr, status: ran.status }
}

test('[A2] a record that nobody touched is whole, also while the server runs', async () => {
  await server.restart()
  for (const record of [kept, server]) {
    const { said, status } = verify(record)
    expect([status, said]).toEqual([0, expect.stringContaining('2 sessions: everything is as it was kept.')])
    expect(said).toContain('10 signatures')
    expect(said).toContain('3 signatures')
  }
})

/** What somebody does to the file who has it in hand, past everything that guards it; and what is said of that. */
const tampering: [string, string, RegExp][] = [
  [
    'an event is rewritten',
    `UPDATE audit SET actor = 'somebody-else' WHERE type = 'freezeBoard'`,
    /trail breaks at event \d+ \("freezeBoard" of 20/,
  ],
  [
    'an event is taken out',
    `DELETE FROM audit WHERE sequence = 5`,
    /trail breaks at event 5: it was taken out/,
  ],
  [
    'an event’s hash is another',
    `UPDATE audit SET hash = '${'ab'.repeat(32)}' WHERE sequence = 3`,
    /trail breaks at event 3/,
  ],
  ['an event can’t be read', `UPDATE audit SET detail = '{' WHERE sequence = 2`, /trail breaks at event 2/],
  [
    'a word of the statement is another',
    `UPDATE snapshots SET canonical = replace(canonical, 'Eemhoven', 'Eemhaven')`,
    /Snapshot [0-9a-f]{64} is not what was fixed/,
  ],
  [
    'a snapshot is taken away',
    `DELETE FROM snapshots WHERE canonical LIKE '%mozaiekbord-board%'`,
    /The board that was fixed as [0-9a-f]{64} is gone/,
  ],
  [
    'the session goes by another statement',
    `UPDATE sessions SET statement = replace(statement, (SELECT hash FROM snapshots s WHERE s.session = sessions.id
       AND canonical LIKE '%"format":"mozaiekbord-statement%'), '${'cd'.repeat(32)}')`,
    /goes by a statement .* that the audit trail does not tell of/,
  ],
  ['the session forgets its board', 'UPDATE sessions SET board = NULL', /no longer goes by the board/],
  [
    'a signature says another name',
    `UPDATE signatures SET body = replace(body, '"name":"', '"name":"Iemand Anders, ') WHERE sequence = 1`,
    /signature of Iemand Anders, .* \("\w+"\) does not belong/,
  ],
  [
    'the last signature is taken away',
    `DELETE FROM signatures WHERE sequence = 3`,
    /A signature that the audit trail tells of \("\w+" for partner [\w-]+\) is gone/,
  ],
  ['a signature is taken out', 'DELETE FROM signatures WHERE sequence = 2', /Signature 2 was taken out/],
  [
    'a withdrawal is taken away with what came after it',
    `DELETE FROM signatures WHERE sequence > 1`,
    /"withdraws" for partner/,
  ],
  [
    'a signature is put under another partner',
    `UPDATE signatures SET partner = (SELECT id FROM partners p WHERE p.session = signatures.session AND p.id <> signatures.partner LIMIT 1)`,
    /kept for another partner/,
  ],
  ['a signature can’t be read', `UPDATE signatures SET body = '{}'`, /Signature 1 can't be read/],
  [
    'an erasure is left open',
    `INSERT INTO erasures SELECT id, 'session' FROM sessions`,
    /An erasure stands open/,
  ],
]

test.each(tampering)('[A2] it is said where the record breaks when %s', async (_, change, sentence) => {
  const record = await another(kept)
  await unguarded(record, sql => sql(change))
  const { said, status } = verify(record)
  expect([status, said]).toEqual([1, expect.stringMatching(sentence)])
  expect(said).toContain('not everything is as it was kept')
})

test('[A3] a file is checked by the certificate alone, without the server or its database', ({ skip }) => {
  skip(onPostgres, 'There the certificate is in the database: chain/on-postgres.test.ts.')
  const place = folder()
  cpSync(join(kept.folder, 'seal.json'), join(place, 'seal.json'))
  const put = (name: string, bytes: Buffer) => {
    writeFileSync(join(place, name), bytes)
    return join(place, name)
  }
  for (const [name, bytes] of Object.entries({ 'v.pdf': files.pdf, 'v.json': files.json })) {
    const whole = verify({ folder: place, database: null }, put(name, bytes))
    expect([whole.status, whole.said]).toEqual([0, expect.stringContaining('exactly what was fixed')])
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(3000) ^ 1, 3000)
    const broken = verify({ folder: place, database: null }, put(name, changed))
    expect([broken.status, broken.said]).toEqual([1, expect.stringContaining('Do not trust it')])
  }
})

test('[A3] what can’t be checked is said in a sentence', ({ skip }) => {
  skip(onPostgres, 'There the certificate is in the database: chain/on-postgres.test.ts.')
  const place = { folder: folder(), database: null }
  const cases: [Installation, string[], string][] = [
    [place, [], "can't be opened"],
    [place, [join(kept.folder, 'seal.json')], 'seal.json is not there'],
    [kept, [join(place.folder, 'nothing.pdf')], 'ENOENT'],
  ]
  for (const [record, given, sentence] of cases)
    expect(verify(record, ...given)).toMatchObject({ status: 2, said: expect.stringContaining(sentence) })
  // The folder may be named as well.
  expect(verify(place, '--data', kept.folder, join(root, 'package.json')).status).toBe(1)
})

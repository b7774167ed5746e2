import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { makingOf, Person } from '#server/example/person.ts'
import { playExample } from '#server/example/play.ts'
import { onPostgres } from '#tests/harness/database.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const room = mkdtempSync(join(tmpdir(), 'mozaiekbord-backup-'))
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.remove()
  rmSync(room, { recursive: true })
})

type Said = { code: number; out: string; err: string }
/** Runs a command of the operator's on the installation in `folder`. */
function run(folder: string, script: 'backup' | 'restore' | 'export', ...args: string[]): Promise<Said> {
  const path = new URL(`../../scripts/${script}.ts`, import.meta.url).pathname
  const env = { ...process.env, DATA_DIR: folder }
  return new Promise(done =>
    execFile(process.execPath, [path, ...args], { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
}
const idsOf = (doc: Parameters<typeof readBoard>[0]) => readBoard(doc).notes.map(({ id }) => id)

test('[O6] a backup that is made while people write holds all that anybody was shown until then, and opens as an installation of its own', async ({
  skip,
}) => {
  skip(onPostgres, 'It is backed up by its own means: chain/on-postgres.test.ts.')
  const { lead, join: enter, session } = await publicSession(server.url)
  const writer = await enter('Schrijver')
  const [seen, board] = [await lead.look('board'), await writer.look('board')]
  const write = () => addNote(board, makingOf(writer), { bouwsteen: 'opgave', order: 1, text: 'getypt' })
  const writing = setInterval(() => {
    write()
    void lead.command({ type: 'setLobby', on: false }).catch(() => {})
  }, 10)
  await lead.sees('board', 'some notes', doc => idsOf(doc).length > 30)
  const known = idsOf(seen)
  const file = join(room, 'backups', 'one.mozaiekbord')
  const made = await run(server.folder, 'backup', '--to', file)
  const meanwhile = idsOf(seen).length
  clearInterval(writing)
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toContain('1 session,')
  expect(meanwhile).toBeGreaterThan(known.length)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(room, 'backups'))).toEqual(['one.mozaiekbord'])

  const folder = join(room, 'restored')
  expect(await run(folder, 'restore', '--from', file)).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(folder, 'seal.json'), 'utf8')).toBe(
    readFileSync(join(server.folder, 'seal.json'), 'utf8'),
  )
  const copy = await startServer(folder)
  try {
    // With what people have on their devices, by the keys that came along.
    const there = new Person(
      { url: copy.url, origin: copy.url },
      { session, participant: lead.id, token: lead.token },
      null,
    )
    const found = new Set(idsOf(await there.look('board')))
    expect(known.filter(id => !found.has(id))).toEqual([])
    addNote(await there.look('board'), makingOf(there), { bouwsteen: 'opgave', order: 1, text: 'verder' })
    await there.sees('board', 'one more', doc => idsOf(doc).length === found.size + 1)
    there.leave()
  } finally {
    await copy.kill()
  }
  for (const person of [lead, writer]) person.leave()
}, 60_000)

test('[O7] a backup is never put over what is there, over a server that runs, or when it is damaged or of a newer version', async ({
  skip,
}) => {
  skip(onPostgres, 'It is backed up by its own means: chain/on-postgres.test.ts.')
  const file = join(room, 'two.mozaiekbord')
  expect((await run(server.folder, 'backup', '--to', file)).code).toBe(0)
  const refused = async (said: Promise<Said>, why: RegExp) => {
    const { code, out, err } = await said
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(why)
    expect(err.trim().split('\n')).toHaveLength(1)
  }
  await refused(run(server.folder, 'backup', '--to', file), /is there already/)
  await refused(run(join(room, 'nothing'), 'backup', '--to', join(room, 'x')), /nothing to back up/)
  await refused(run(server.folder, 'backup'), /Usage/)
  await refused(run(server.folder, 'restore', '--from', file), /--overwrite/)
  await refused(run(server.folder, 'restore', '--from', file, '--overwrite'), /Stop it first/)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)

  const folder = join(room, 'target')
  const damaged = join(room, 'damaged')
  const change = (work: (db: DatabaseSync) => void) => {
    writeFileSync(damaged, readFileSync(file))
    const db = new DatabaseSync(damaged)
    work(db)
    db.close()
    return run(folder, 'restore', '--from', damaged)
  }
  await refused(run(folder, 'restore', '--from', join(room, 'absent')), /is not there/)
  writeFileSync(damaged, 'rubbish of another kind')
  await refused(run(folder, 'restore', '--from', damaged), /no backup/)
  await refused(
    change(db =>
      db.exec(
        "UPDATE backup SET content = CAST(replace(CAST(content AS TEXT), '\"step\":', '\"step\":9') AS BLOB) WHERE name = 'about'",
      ),
    ),
    /newer version/,
  )
  await refused(
    change(db =>
      db.exec("DROP TRIGGER audit_stays; UPDATE audit SET type = 'freezeBoard' WHERE sequence = 2"),
    ),
    /audit trail of session \S+ breaks at event 2/,
  )
  const bytes = readFileSync(file)
  bytes.fill(0xff, 8192, 12_288)
  writeFileSync(damaged, bytes)
  await refused(run(folder, 'restore', '--from', damaged), /damaged/)
  expect(existsSync(join(folder, 'mozaiekbord.sqlite'))).toBe(false)

  await server.stop()
  const { code, out } = await run(server.folder, 'restore', '--from', file, '--overwrite')
  expect({ code, aside: /before-restore-\S+[^:]/.test(out) }).toEqual({ code: 0, aside: true })
  await server.restart()
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
}, 60_000)

test('[O8] what the product exports of one session, or of all, is written to a folder, of what runs or of a backup', async ({
  skip,
}) => {
  skip(onPostgres, 'It is backed up by its own means: chain/on-postgres.test.ts.')
  const signed = await playExample({ url: server.url, until: 'signed' })
  const other = await publicSession(server.url)
  const to = (name: string) => join(room, name)
  const read = (...path: string[]) => readFileSync(join(room, ...path))
  expect(await run(server.folder, 'export', '--to', to('one'), '--session', signed.code)).toMatchObject({
    code: 0,
    err: '',
  })
  const [only, ...more] = JSON.parse(read('one', 'sessions.json').toString())
  expect(more).toEqual([])
  expect(only.session).toBe(signed.session)
  const headers = { authorization: `Bearer ${signed.facilitatorToken}` }
  const online = await fetch(signed.pdfUrl.replace('export.pdf', 'export.json'), { headers })
  const { statementHash } = (await online.json()) as { statementHash: string }
  for (const name of only.files.filter((each: string) => /^verklaring.*(json|pdf)$/.test(each))) {
    const answer = await fetch(`${server.url}/api/verify`, {
      method: 'POST',
      body: read('one', only.folder, name),
    })
    expect(await answer.json()).toMatchObject({ verdict: 'intact', statement: { hash: statementHash } })
  }
  const kinds = only.files.map((each: string) => each.slice(each.lastIndexOf('.') + 1)).sort()
  expect(kinds).toEqual(['csv', 'docx', 'json', 'md', 'odt', 'pdf', 'pdf', 'png', 'svg', 'txt', 'zip'])

  const backup = to('three.mozaiekbord')
  expect((await run(server.folder, 'backup', '--to', backup)).code).toBe(0)
  expect(await run(to('nowhere'), 'export', '--to', to('all'), '--from', backup)).toMatchObject({
    code: 0,
    err: '',
  })
  const all = JSON.parse(read('all', 'sessions.json').toString()) as (typeof only)[]
  expect(all.map(({ session }) => session)).toEqual(expect.arrayContaining([signed.session, other.session]))
  expect(all.find(({ session }) => session === other.session)?.files).toContain('digest.txt')
  expect(existsSync(to('nowhere'))).toBe(false)
  expect((await run(server.folder, 'export', '--to', to('all'))).err).toContain('not empty')
  expect((await run(server.folder, 'export', '--to', to('none'), '--session', 'ABC-DEF-GHJ')).err).toContain(
    'no session',
  )
}, 120_000)

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { OwnData } from '#lib/protocol/own-data.ts'
import { ask, type Declined, makingOf, type Person } from '#server/example/person.ts'
import { environmentOf, everythingKept } from '#tests/harness/installation.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const script = new URL('../../scripts/person.ts', import.meta.url).pathname
const told = promisify(execFile)
const run = async (...args: string[]) =>
  (await told(process.execPath, [script, ...args], { env: { ...process.env, ...environmentOf(server) } }))
    .stdout
const fails = (...args: string[]) =>
  run(...args).then(
    () => 'it was done',
    error => (error as { code: number; stderr: string }).stderr,
  )
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    error => (error as Declined).code ?? String(error),
  )
const mine = (url: string, session: string, { token }: Pick<Person, 'token'>) =>
  ask<OwnData>({ url, origin: url }, `/api/sessions/${session}/mine`, { token })

/** A session in which Wilhelmina wrote, handed over, named somebody and voted with dots. */
async function written(mark = '') {
  const { lead, session, partners, join: enter, code } = await publicSession(server.url, ['Gemeente'])
  const person = await enter('Wilhelmina Typefout', partners[0]?.id ?? null)
  const guest = await enter('Gast')
  const text = (words: string) => ({ bouwsteen: 'waarde', order: 1, text: words }) as const
  const making = makingOf(person)
  addNote(await person.look('board'), making, text('een briefje van haar'))
  addNote(await guest.look('board'), makingOf(guest), text('een briefje van de gast'))
  for (const words of ['van haar', 'van de gast'])
    await lead.sees('board', `the note ${words}`, doc =>
      readBoard(doc).notes.some(note => note.text.endsWith(words)),
    )
  const texts = [{ id: 'text-0001', text: `doorgegeven, alleen voor de begeleider${mark}`, writtenAt: 1 }]
  await person.command({ type: 'handOver', texts })
  await person.command({ type: 'nameMissing', id: 'missing-1', name: `De huisarts van Wilhelmina${mark}` })
  return { lead, session, person, guest, code, note: making.id }
}

test('[I15] one reads all that is kept in one’s name, and nothing of others', async () => {
  const { session, person, guest, lead } = await written()
  const own = await mine(server.url, session, person)
  expect(own).toMatchObject({ name: 'Wilhelmina Typefout', partner: 'Gemeente', lastDay: '2031-03-10' })
  expect(own.entries.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'note: een briefje van haar',
    'missing: De huisarts van Wilhelmina',
    'handed: doorgegeven, alleen voor de begeleider',
  ])
  // She came in, and gave two commands.
  expect(own.deeds).toBeGreaterThanOrEqual(2)
  expect((await mine(server.url, session, guest)).entries.map(({ text }) => text)).toEqual([
    'een briefje van de gast',
  ])
  expect((await mine(server.url, session, lead)).entries).toEqual([])
  expect(await refusal(mine(server.url, session, { token: 'nobody.x' }))).toBe('no-identity')
})

test('[I16] one corrects one’s own name, which then stands at all that one did', async () => {
  const { session, person, guest } = await written()
  await person.command({ type: 'correctName', name: 'Wilhelmina Goed' })
  expect((await mine(server.url, session, person)).name).toBe('Wilhelmina Goed')
  const names = (await guest.view()).roster.map(({ name }) => name)
  expect(names).toContain('Wilhelmina Goed')
  expect(names).not.toContain('Wilhelmina Typefout')
  expect(await refusal(person.command({ type: 'correctName', name: '\u202e' }))).toBe('invalid-request')
  // Nobody becomes another for a while.
  for (const name of ['Gast', 'GAST', ' gast ', 'G ast'])
    expect(await refusal(person.command({ type: 'correctName', name }))).toBe('name-taken')
})

test('[I17] who has themselves removed is out, with their name, in the files too; what stays holds a pseudonym and the chain holds', async () => {
  const { session, person, guest, lead, note } = await written(' van Zwartewater')
  await person.command({ type: 'correctName', name: 'Hermelinde Zwartewater' })
  expect((await everythingKept(server)).includes('Hermelinde Zwartewater')).toBe(true)
  expect((await everythingKept(server)).includes('Wilhelmina van Zwartewater')).toBe(true)
  await person.command({ type: 'forgetMe' })
  expect(await refusal(person.view())).toBe('removed')
  expect(await refusal(mine(server.url, session, person))).toBe('removed')
  const { roster, missing } = await guest.view()
  const gone = roster.find(({ id }) => id === person.id)
  expect(gone).toMatchObject({ name: 'Oud-deelnemer 1', removed: true })
  expect(missing).toEqual([])
  expect((await lead.view()).handed?.texts).toEqual([])
  expect(readBoard(await guest.look('board')).notes.find(({ id }) => id === note)).toMatchObject({
    author: person.id,
    text: 'een briefje van haar',
  })
  const place = { url: server.url, origin: server.url }
  const audit = await ask<{ brokenAt: number | null }>(place, `/api/sessions/${session}/audit`, {
    token: lead.token,
  })
  expect(audit.brokenAt).toBeNull()
  await server.stop()
  await server.restart()
  expect((await everythingKept(server)).includes('Hermelinde Zwartewater')).toBe(false)
  expect((await everythingKept(server)).includes('begeleider van Zwartewater')).toBe(false)
  expect((await everythingKept(server)).includes('Wilhelmina van Zwartewater')).toBe(false)
  // Who leads by the link must hand that on first.
  expect(await refusal(lead.command({ type: 'forgetMe' }))).toBe('lead-stays')
}, 60_000)

test('[I18] the operator shows, corrects and removes a person by command, while the server runs', async () => {
  const { session, person, guest, lead, code } = await written()
  const shown = await run('show', '--session', code, '--name', 'Wilhelmina Typefout')
  expect(shown).toContain('een briefje van haar')
  expect(shown).toContain('Gemeente')
  expect(shown).not.toContain('een briefje van de gast')
  await run('correct', `--session=${session}`, '--name', 'Wilhelmina Typefout', '--to', 'Isabella Rechtgezet')
  expect((await guest.view()).roster.map(({ name }) => name)).toContain('Isabella Rechtgezet')
  expect(await fails('remove', '--session', code, '--name', 'Niemand')).toContain('Nobody of that name')
  expect(await fails('show', '--session', 'ABC-DEF-GHJ', '--name', 'Niemand')).toContain(
    'There is no session',
  )
  expect(await fails('remove', '--session', code, `--id=${lead.id}`)).toContain('who leads the session')
  expect(await fails('correct', '--session', code, '--name', 'Isabella Rechtgezet')).toContain('Usage:')
  expect(await run('remove', '--session', code, `--id=${person.id}`)).toContain('Removed')
  expect(await refusal(person.view())).toBe('removed')
  expect((await guest.view()).roster.map(({ name }) => name)).not.toContain('Isabella Rechtgezet')
  expect((await everythingKept(server)).includes('Isabella Rechtgezet')).toBe(false)
  const { brokenAt } = await ask<{ brokenAt: number | null }>(
    { url: server.url, origin: server.url },
    `/api/sessions/${session}/audit`,
    { token: lead.token },
  )
  expect(brokenAt).toBeNull()
}, 60_000)

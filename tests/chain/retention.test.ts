import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '#lib/documents/board.ts'
import { ask, type Declined, makingOf, Person } from '#server/example/person.ts'
import { type Played, playExample } from '#server/example/play.ts'
import { onPostgres } from '#tests/harness/database.ts'
import { everythingKept, inDatabase } from '#tests/harness/installation.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const DAY = 24 * 60 * 60 * 1000
const dayFrom = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

let server: TestServer
beforeAll(async () => {
  server = await startServer(undefined, undefined, undefined, { RETENTION_DAYS: '10' })
})
afterAll(() => server.remove())

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    error => (error as Declined).code,
  )
const leadOf = ({ session, facilitatorToken }: Played) => {
  const [participant = ''] = facilitatorToken.split('.')
  return new Person(
    { url: server.url, origin: server.url },
    { session, participant, token: facilitatorToken },
    null,
  )
}

test('[O14] who leads says until which day it is kept, and all see that; never a day that was, nor one too far', async () => {
  const { lead, join } = await publicSession(server.url)
  const guest = await join('Gast')
  // Ten days after its own day, in 2030.
  expect((await lead.view()).kept).toEqual({ lastDay: '2030-03-20', chosen: false })
  await lead.command({ type: 'keepUntil', day: dayFrom(40) })
  expect((await guest.view()).kept).toEqual({ lastDay: dayFrom(40), chosen: true })
  for (const day of [dayFrom(0), dayFrom(-1), dayFrom(4000)])
    expect(await refusal(lead.command({ type: 'keepUntil', day }))).toBe('invalid-request')
  await lead.command({ type: 'wipeContent' })
  expect((await lead.view()).kept).toEqual({ lastDay: dayFrom(40), chosen: true })
  await lead.command({ type: 'keepUntil', day: null })
  expect((await guest.view()).kept.chosen).toBe(false)
})

test('[O15] a session whose time is over is deleted with every row and byte of it, also when it was signed; others stay', async () => {
  const gone = await playExample({ url: server.url, until: 'signed' })
  const stays = await publicSession(server.url)
  const text = { bouwsteen: 'opgave' as const, order: 1, text: 'dit briefje blijft' }
  addNote(await stays.lead.look('board'), makingOf(stays.lead), text)
  await stays.lead.sees('board', 'the note', () => true)
  const lead = leadOf(gone)
  await lead.command({ type: 'keepUntil', day: dayFrom(1) })
  const before = await everythingKept(server)
  for (const trace of [gone.session, 'Netwerk Eigen Voordeur']) expect(before).toContain(trace)
  stays.lead.leave()

  // Two days go by: the server is not told, and so its clock is left alone.
  expect(await server.stop()).toBe(0)
  await inDatabase(server, async sql => {
    const [found] = await sql('SELECT body FROM programmes WHERE session = ?', gone.session)
    const body = JSON.stringify({ ...JSON.parse(String(found?.body)), keptUntil: dayFrom(-1) })
    await sql('UPDATE programmes SET body = ? WHERE session = ?', body, gone.session)
  })
  await server.restart()
  const place = { url: server.url, origin: server.url }
  while ((await refusal(lead.view())) !== 'unknown-session');
  expect(await refusal(ask(place, '/api/join/look', { body: { code: gone.code } }))).toBe('wrong-code')
  await expect(lead.look('board')).rejects.toThrow('4403')
  lead.leave()
  expect(await server.stop()).toBe(0)
  const left = await everythingKept(server)
  for (const trace of [gone.session, 'Netwerk Eigen Voordeur', gone.facilitatorToken.split('.')[0] ?? ''])
    expect(left).not.toContain(trace)
  expect(left).toContain(stays.session)
  await inDatabase(server, async sql => {
    expect((await sql('SELECT id FROM sessions')).map(({ id }) => id)).toContain(stays.session)
    expect(await sql('SELECT * FROM erasures')).toEqual([])
    // A PostgreSQL holds its rows to this by itself.
    if (!onPostgres) expect(await sql('PRAGMA foreign_key_check')).toEqual([])
  })
  await server.restart()
  expect((await stays.lead.view()).session.id).toBe(stays.session)
}, 60_000)

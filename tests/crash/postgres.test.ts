import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Person } from '#server/example/person.ts'
import { startPostgres, type TestPostgres } from '#tests/harness/postgres.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { openTable, SLOW } from '#tests/harness/table.ts'
import { until } from '#tests/hostile/socket-room.ts'

let postgres: TestPostgres
let server: TestServer
let database: string
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.remove())
beforeEach(async () => {
  database = await postgres.database()
  server = await startServer(undefined, undefined, undefined, { DATABASE_URL: database })
})
afterEach(async () => {
  await server.remove()
  await postgres.restart()
})

const WRITERS = 10
const NOTES = 4
const ROUNDS = 3

const write = async (person: Person, text: string) =>
  addNote(
    await person.look('board'),
    { id: crypto.randomUUID(), author: person.id, partner: null, at: Date.now() },
    { bouwsteen: 'opgave', order: 1, text },
  )
const idsOf = (doc: Y.Doc) => readBoard(doc).notes.map(({ id }) => id)

test('[M32] what anybody else had seen is kept through kill -9 of a node on PostgreSQL while ten write', async () => {
  const { join } = await publicSession(server.url)
  const witness = await join('Getuige')
  const seen = await witness.look('board')
  const writers = await Promise.all(Array.from({ length: WRITERS }, (_, index) => join(`Schrijver ${index}`)))
  for (let round = 1; round <= ROUNDS; round++) {
    // The blow falls as soon as the witness has seen some, with others still on their way.
    const wanted = idsOf(seen).length + WRITERS
    const enough = witness.sees('board', 'some notes', doc => idsOf(doc).length >= wanted)
    for (let note = 0; note < NOTES; note++)
      for (const writer of writers) await write(writer, `ronde ${round}, briefje ${note}`)
    await enough
    await server.kill()
    const known = idsOf(seen)
    // First where no writer can reach it, so that no client's own copy makes good what may have been lost.
    const elsewhere = await server.restartElsewhere()
    const reader = await join(`Lezer ${round}`, null, { url: elsewhere, origin: elsewhere })
    const found = new Set(idsOf(await reader.look('board')))
    expect(known.filter(id => !found.has(id))).toEqual([])
    reader.leave()
    await server.kill()
    await server.restart()
    const all = round * NOTES * WRITERS
    await witness.sees('board', 'everything', doc => idsOf(doc).length === all)
  }
  for (const person of [witness, ...writers]) person.leave()
}, 120_000)

test('[M33] when PostgreSQL stops writers are told and nothing is shown that it does not hold, and all goes on when it is back', async () => {
  const { put, shown, told, again, done, slowest, ready, inDatabase } = await openTable(server)
  put('note-before')
  await until(() => shown().includes('note-before'))
  await postgres.stop()
  put('note-meanwhile')
  await until(told)
  expect(shown()).toEqual(['note-before'])
  expect(await done()).toBe('store-failed')
  expect(await ready()).toBe(503)
  expect(await slowest()).toBeLessThan(SLOW)

  await postgres.restart()
  await expect.poll(done).toBe('done')
  await expect.poll(ready).toBe(200)
  await again()
  put('note-after')
  await until(() => shown().includes('note-after'))
  expect((await inDatabase()).toSorted()).toEqual(shown().toSorted())
}, 60_000)

test('[M34] while somebody else holds rows of PostgreSQL those who want them are told in time, all together no later than one, and others go on', async () => {
  const { put, shown, done, slowest } = await openTable(server)
  put('note-before')
  await until(() => shown().includes('note-before'))
  const other = await publicSession(server.url)
  const holder = new Client(database)
  holder.on('error', () => {})
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM sessions WHERE id <> $1 FOR UPDATE', [other.session])
  const began = performance.now()
  const answers = Promise.all(Array.from({ length: 20 }, done))
  await other.lead.command({ type: 'setLobby', on: true })
  expect(await slowest()).toBeLessThan(SLOW)
  expect([...new Set(await answers)].filter(code => code !== 'store-failed')).toEqual([])
  const took = performance.now() - began
  console.log(`20 commands on a held session were told after ${Math.round(took)} ms`)
  expect(took).toBeLessThan(20_000)
  await holder.query('ROLLBACK')
  await holder.end()
  expect(await done()).toBe('done')
  put('note-after')
  await until(() => shown().includes('note-after'))
}, 180_000)

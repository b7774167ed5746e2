import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, type Declined, Person } from '#server/example/person.ts'
import { onPostgres } from '#tests/harness/database.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { until } from '#tests/hostile/socket-room.ts'

/** How long, in ms, what is written waits for the database before its writer is told (`server/store/sqlite.ts`). */
const GIVES_UP = 5000

let server: TestServer
afterEach(() => server.remove())

const begin = () => {
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  return ask<CreateAnswer>(place(), '/api/sessions', { body })
}
const place = () => ({ url: server.url, origin: server.url })
const come = ({ code }: CreateAnswer, name: string) =>
  ask<JoinAnswer>(place(), '/api/join', { body: { code, name, partner: null } })
const socketOf = ({ session, token }: Pick<JoinAnswer, 'session' | 'token'>) =>
  RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`)
const refusal = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => 'done',
    error => (error as Declined).code,
  )

function noteUpdate(id: string, author: string, text = 'tekst'): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
  return Y.encodeStateAsUpdate(doc)
}
function notesOf(client: RawClient): string[] {
  const doc = new Y.Doc()
  for (const update of client.shown) Y.applyUpdate(doc, update)
  return readBoard(doc).notes.map(({ id }) => id)
}
/** How long, in ms, the slowest of so many questions waited that need no database. */
async function slowestOf(questions: number): Promise<number> {
  let slowest = 0
  for (let n = 0; n < questions; n++) {
    const asked = performance.now()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - asked)
  }
  return slowest
}

test('[O10] while another process holds the database all else goes on; what is written waits for it, and its writer is told when that takes too long', async ({
  skip,
}) => {
  skip(onPostgres, 'It holds rows and not a whole file: crash/postgres.test.ts.')
  server = await startServer()
  const made = await begin()
  const [writer, reader] = [await come(made, 'Schrijver'), await come(made, 'Lezer')]
  const [hand, witness] = [await socketOf(writer), await socketOf(reader)]
  hand.update(noteUpdate('note-before', writer.participant))
  await until(() => notesOf(witness).includes('note-before'))

  const other = new DatabaseSync(join(server.folder, 'mozaiekbord.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  hand.update(noteUpdate('note-meanwhile', writer.participant))
  expect(await slowestOf(20)).toBeLessThan(GIVES_UP / 2)
  expect(notesOf(witness)).not.toContain('note-meanwhile')
  other.exec('ROLLBACK')
  await until(() => notesOf(witness).includes('note-meanwhile'))
  expect(hand.refusals).toEqual([])

  other.exec('BEGIN IMMEDIATE')
  const lead = new Person(place(), made, null)
  const answers = Promise.all(
    Array.from({ length: 20 }, () => refusal(lead.command({ type: 'setLobby', on: false }))),
  )
  const began = performance.now()
  expect(new Set(await answers)).toEqual(new Set(['store-failed']))
  // All of them together no longer than one, where twenty would take twenty times as long.
  expect(performance.now() - began).toBeLessThan(4 * GIVES_UP)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  expect(await slowestOf(20)).toBeLessThan(GIVES_UP / 2)
  other.exec('ROLLBACK')
  other.close()

  expect(await refusal(lead.command({ type: 'setLobby', on: false }))).toBe('done')
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  hand.update(noteUpdate('note-after', writer.participant))
  await until(() => notesOf(witness).includes('note-after'))
}, 60_000)

test('[O11] no more sessions are kept, no more people come in, and no board grows beyond what is set', async () => {
  const settings = { SESSIONS_MAX: '2', PEOPLE_PER_SESSION: '3', DOCUMENT_MB: '0.1' }
  server = await startServer(undefined, undefined, undefined, settings)
  const made = await begin()
  await begin()
  expect(await refusal(begin())).toBe('installation-full')
  const writer = await come(made, 'Een')
  await come(made, 'Twee')
  expect(await refusal(come(made, 'Drie'))).toBe('session-full')
  const hand = await socketOf(writer)
  for (let n = 0; n < 60; n++)
    hand.update(noteUpdate(`note-${1000 + n}`, writer.participant, 'x'.repeat(1900)))
  await until(() => hand.refusals.length > 0)
  expect(new Set(hand.refusals)).toEqual(new Set(['too-large']))
  await until(() => notesOf(hand).length > 40)
}, 60_000)

test('[O12] a database that may not grow further takes nothing more and says so, and goes on when something was wiped', async ({
  skip,
}) => {
  skip(onPostgres, 'It keeps no such bound, and is asked before a kick-off is begun.')
  server = await startServer(undefined, undefined, undefined, { STORAGE_MAX_MB: '5' })
  const [made, small] = [await begin(), await begin()]
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => come(made, `Schrijver ${n}`)))
  const hands = await Promise.all(people.map(socketOf))
  for (let n = 0; n < 280 && hands.every(each => each.refusals.length === 0); n++) {
    for (const [index, hand] of hands.entries())
      hand.update(noteUpdate(`note-${index}-${1000 + n}`, people[index]?.participant ?? '', 'x'.repeat(1900)))
    await until(() => hands.some(each => each.refusals.length > 0 || each.shown.length > n))
  }
  await until(() => hands.some(each => each.refusals.length > 0))
  expect(new Set(hands.flatMap(each => each.refusals))).toEqual(new Set(['store-failed']))
  expect(await refusal(begin())).toBe('installation-full')

  const lead = new Person(place(), made, null)
  expect(await refusal(lead.command({ type: 'wipeContent' }))).toBe('done')
  const writer = await come(small, 'Later')
  const hand = await socketOf(writer)
  hand.update(noteUpdate('note-after', writer.participant))
  await until(() => notesOf(hand).includes('note-after'))
  expect(await refusal(begin())).toBe('done')
}, 120_000)

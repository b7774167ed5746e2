import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { BUFFER_MAX, PRESENCE_BUFFER_MAX } from '#server/sync/connection.ts'
import { startRooms, until } from './socket-room.ts'

let server: Awaited<ReturnType<typeof startRooms>>
beforeEach(async () => {
  server = await startRooms()
})
afterEach(() => server.stop())

const count = (doc: Y.Doc) => readBoard(doc).notes.length
const note = (doc: Y.Doc, id: string, author: string) =>
  addNote(
    doc,
    { id, author, partner: null, at: 1 },
    { bouwsteen: 'opgave', order: 1, text: 'x'.repeat(1900) },
  )
const unsent = () => server.rooms.census().unsent

/** Two people at a board of a megabyte, and somebody who opened it and reads nothing of what comes. */
async function table() {
  const [anna, bram] = [await server.join('person-anna'), await server.join('person-bram')]
  for (const [who, { doc }] of Object.entries({ 'person-anna': anna, 'person-bram': bram }))
    for (let part = 0; part < 3; part++)
      doc.transact(() => {
        for (let at = 0; at < 90; at++) note(doc, `note-${who}-${part}-${1000 + at}`, who)
      })
  await until(() => count(anna.doc) === 540 && count(bram.doc) === 540)
  const slow = new WebSocket(`${server.base}/board?who=person-obse`)
  slow.on('error', () => {})
  await once(slow, 'open')
  slow.pause()
  await until(() => server.rooms.census().connections === 3)
  /** Asks for all of it, until so much waits here or the reader was let go of; gives the most that ever did. */
  const ask = async (enough: number) => {
    let most = 0
    for (let asked = 0; asked < 35 && unsent() < enough; asked++) {
      slow.send(new Uint8Array([0, 0, 1, 0]))
      // What the others write meanwhile reaches them, however much waits for this one.
      const words = ({ doc }: typeof bram) => textOf(doc, 'notes', 'note-person-bram-0-1000')
      words(bram)?.insert(0, '.')
      await until(() => words(anna)?.length === words(bram)?.length)
      most = Math.max(most, unsent())
    }
    return most
  }
  return { anna, bram, ask }
}

test('[R17] for a reader who takes nothing in no more than so many bytes wait here, and others go on', async () => {
  const { anna, bram, ask } = await table()
  const most = await ask(Number.POSITIVE_INFINITY)
  expect(most).toBeGreaterThan(BUFFER_MAX / 2)
  expect(most).toBeLessThanOrEqual(BUFFER_MAX)
  await until(() => server.rooms.census().connections === 2)
  expect(unsent()).toBe(0)
  expect([anna, bram].map(({ provider }) => provider.wsconnected)).toEqual([true, true])
})

test('[R18] who takes nothing in misses presence from a bound on, and others see it', async () => {
  const { anna, bram, ask } = await table()
  expect(await ask(PRESENCE_BUFFER_MAX + 1)).toBeLessThan(BUFFER_MAX)
  const waiting = unsent()
  expect(waiting).toBeGreaterThan(PRESENCE_BUFFER_MAX)
  for (let at = 1; at <= 30; at++) {
    anna.provider.awareness.setLocalState({ at, words: 'x'.repeat(5000) })
    await until(() => bram.provider.awareness.getStates().get(anna.doc.clientID)?.at === at)
  }
  expect(unsent()).toBeLessThanOrEqual(waiting)
  expect(server.rooms.census().connections).toBe(3)
})

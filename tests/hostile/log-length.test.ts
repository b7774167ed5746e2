import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { ok } from '#lib/result.ts'
import { RawClient } from './raw-client.ts'
import { rawUpdate } from './raw-update.ts'
import { session, startRooms, until } from './socket-room.ts'

const board = { session, document: 'board' } as const
type Server = Awaited<ReturnType<typeof startRooms>>

const note = (doc: Y.Doc, text: string) => {
  const made = { id: 'note-0001', author: 'person-anna', partner: null, at: 1000 }
  addNote(doc, made, { bouwsteen: 'opgave', order: 1, text })
}
async function logOf({ store }: Server): Promise<{ length: number; text: string | undefined }> {
  const { updates } = await store.loadDocument(board)
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { length: updates.length, text: readBoard(doc).notes[0]?.text }
}

test('[R4] the log of a room that is written in stays short, and holds every letter', async () => {
  const server = await startRooms()
  try {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    note(anna.doc, '')
    await until(() => textOf(bram.doc, 'notes', 'note-0001') !== null)
    // Two people, for one alone may not write so fast; one letter an update, each shown before the next.
    const text = 'abcdefghij'.repeat(70)
    for (const [index, letter] of [...text].entries()) {
      const hand = index % 2 === 0 ? anna : bram
      textOf(hand.doc, 'notes', 'note-0001')?.insert(index, letter)
      await until(() => [anna, bram].every(({ doc }) => readBoard(doc).notes[0]?.text.length === index + 1))
    }
    const { length, text: kept } = await logOf(server)
    expect(kept).toBe(text)
    expect(length).toBeLessThan(502)
  } finally {
    await server.stop()
  }
}, 60_000)

test('[R5] a room that all have left is let go as one state, and one that somebody came back to stays', async () => {
  const server = await startRooms({ idleMs: 50 })
  try {
    const anna = await server.join('person-anna')
    note(anna.doc, 'hallo')
    textOf(anna.doc, 'notes', 'note-0001')?.insert(5, '!')
    const bram = await server.join('person-bram')
    anna.provider.destroy()
    await until(() => server.rooms.census().connections === 1)
    expect(server.rooms.census().rooms).toBe(1)
    bram.provider.destroy()
    await until(() => server.rooms.census().rooms === 0)
    expect(await logOf(server)).toEqual({ length: 1, text: 'hallo!' })
    const late = await server.join('person-bram')
    expect(readBoard(late.doc).notes[0]?.text).toBe('hallo!')
  } finally {
    await server.stop()
  }
})

test('[R9] a document that is read anew under its people stays one room: they hear on, and see who comes later', async () => {
  // Longer than a client takes to come back.
  const server = await startRooms({ idleMs: 600 })
  try {
    const anna = await server.join('person-anna')
    note(anna.doc, 'hallo')
    const greeted = anna.said.length
    await server.rooms.unload(board)
    await until(() => anna.said.length > greeted && anna.provider.synced)
    // Another document that is left now is let go of later than whatever was left before.
    const bram = await server.join('person-bram', 'statement')
    bram.provider.destroy()
    await until(() => server.rooms.census().connections === 1)
    await until(() => server.rooms.census().rooms < 2)
    const heard = anna.said.length
    await server.rooms.announce(session)
    await until(() => anna.said.length > heard)
    const late = await server.join('person-bram')
    textOf(late.doc, 'notes', 'note-0001')?.insert(5, '!')
    await until(() => readBoard(anna.doc).notes[0]?.text === 'hallo!')
  } finally {
    await server.stop()
  }
})

test('[R11] sends away who makes a room read its log again, whatever the gate let through', async () => {
  const server = await startRooms({
    gate: update => ok({ update, clients: new Set(), news: true, steps: 0 }),
  })
  try {
    const bram = await server.join('person-bram')
    const attacker = await RawClient.connect(`${server.base}/board?who=person-anna`)
    const before = server.read.times
    const hole = rawUpdate([{ client: 100, clock: 5, structs: [{ is: 'gc', length: 1 }] }])
    for (let sent = 0; sent < 300 && attacker.closed === null; sent++) {
      const refused = attacker.refusals.length
      attacker.update(hole)
      await until(() => attacker.closed !== null || attacker.refusals.length > refused)
    }
    expect(attacker.closed).toBe(1013)
    expect(server.read.times - before).toBeLessThan(5)
    note(bram.doc, 'hallo')
    const late = await server.join('person-bram')
    expect(readBoard(late.doc).notes).toMatchObject([{ text: 'hallo' }])
  } finally {
    await server.stop()
  }
})

test('[R15] refuses what would make a document larger than readers can take, and harms nobody else', async () => {
  const server = await startRooms({ sizeMax: 5_000 })
  try {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    note(anna.doc, 'hallo')
    await until(() => readBoard(bram.doc).notes.length === 1)
    const raw = await RawClient.connect(`${server.base}/board?who=person-anna`)
    raw.answer(new Uint8Array([0, 0]))
    const own = new Y.Doc()
    Y.applyUpdate(own, Y.encodeStateAsUpdate(bram.doc))
    // What it sets is set again and again; what stood there before stays as something that was deleted.
    for (let time = 0; time < 500; time++) {
      const before = Y.encodeStateVector(own)
      const fields = own.getMap<Y.Map<unknown>>('notes').get('note-0001')
      fields?.set(time % 2 ? 'order' : 'bouwsteen', time % 2 ? time : 'waarde')
      raw.update(Y.encodeStateAsUpdate(own, before))
    }
    await until(() => raw.refusals.length > 0)
    // What comes after it builds on what was refused.
    expect(raw.refusals[0]).toBe('too-large')
    const { updates } = await server.store.loadDocument(board)
    expect(updates.reduce((sum, update) => sum + update.byteLength, 0)).toBeLessThanOrEqual(5_000)
    const late = await server.join('person-bram')
    expect(readBoard(late.doc).notes).toHaveLength(1)
  } finally {
    await server.stop()
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { session, startRooms, until } from '#tests/hostile/socket-room.ts'

const board = { session, document: 'board' } as const
const HASH = 'f'.repeat(64)
const people = ['person-anna', 'person-bram']

const nextTurn = () => new Promise(resolve => setImmediate(resolve))
const notesOf = (updates: readonly Uint8Array[]): { id: string; author: string | null }[] => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return readBoard(doc).notes
}

/** A note in an update of its own, which builds on nothing: whether it is taken depends on when it comes alone. */
function noteUpdate(id: string, author: string): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text: 'x' })
  return Y.encodeStateAsUpdate(doc)
}

test('[F5] each edit that races a freeze is in the snapshot or refused, and all end with the snapshot', async () => {
  const race = fc.record({
    edits: fc.array(fc.record({ writer: fc.nat(3), turns: fc.nat(3) }), { minLength: 1, maxLength: 60 }),
    freezeAt: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(race, async ({ edits, freezeAt }) => {
      const server = await startRooms()
      try {
        const writers = await Promise.all(
          [0, 1, 2, 3].map(index => RawClient.connect(`${server.base}/board?who=${people[index % 2]}`)),
        )
        const reader = await server.join('person-obse')
        let snapshot: string[] = []
        let freezing: Promise<string> | null = null
        const freeze = () =>
          server.rooms.freeze(board, () =>
            server.store.transaction(session, async tx => {
              snapshot = notesOf((await tx.readDocument('board')).updates).map(({ id }) => id)
              // Edits come in between the reading and the closing, as they would with a slower store.
              for (let turn = 0; turn < 5; turn++) await nextTurn()
              await tx.closeDocument('board', HASH)
              return HASH
            }),
          )
        const sent = writers.map(() => [] as string[])
        for (const [index, { writer, turns }] of edits.entries()) {
          if (!freezing && index >= freezeAt * edits.length) freezing = freeze()
          const id = `note-${1000 + index}`
          writers[writer]?.update(noteUpdate(id, people[writer % 2] as string))
          sent[writer]?.push(id)
          for (let turn = 0; turn < turns; turn++) await nextTurn()
        }
        await (freezing ?? freeze())
        const kept = notesOf((await server.store.loadDocument(board)).updates).map(({ id }) => id)
        expect(kept.sort()).toEqual(snapshot.sort())
        for (const [index, writer] of writers.entries()) {
          const taken = (sent[index] as string[]).filter(id => kept.includes(id)).length
          // Neither both nor neither: what was not taken was refused, as many times as that.
          await until(() => taken + writer.refusals.length === sent[index]?.length)
          expect(new Set(writer.refusals).size).toBeLessThanOrEqual(1)
          for (const code of writer.refusals) expect(code).toBe('frozen')
          await until(() => writer.frozen === HASH)
          writer.shown.length = 0
          writer.ask()
          await until(() => writer.shown.length > 0)
          expect(
            notesOf(writer.shown)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(kept)
        }
        await until(() => readBoard(reader.doc).notes.length === kept.length)
        for (const writer of writers) writer.close()
      } finally {
        await server.stop()
      }
    }),
    { numRuns: Number(process.env.RACES ?? 40) },
  )
}, 300_000)

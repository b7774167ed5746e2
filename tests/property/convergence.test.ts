import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveNote, readBoard, setDeleted, textOf } from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { session, startRooms, until } from '#tests/hostile/socket-room.ts'

const board = { session, document: 'board' } as const
const people = ['person-anna', 'person-bram'] as const
const kinds = ['add', 'type', 'erase', 'undo', 'redo', 'move', 'bin', 'leave', 'return', 'wait'] as const
const step = fc.record({ who: fc.nat(2), what: fc.constantFrom(...kinds), at: fc.nat(1000) })

/** Undo as a browser has it: of one's own edits in the notes that are there, texts and fields alike. */
function undoOf(doc: Y.Doc): Y.UndoManager | null {
  const entries = [...doc.getMap<Y.Map<unknown>>('notes').values()]
  return entries.length > 0
    ? new Y.UndoManager(entries, { captureTimeout: 0, trackedOrigins: new Set([doc]), doc })
    : null
}

/**
 * A document's bytes in one form. How Yjs splits what it holds into structs depends on which edits came in one transaction, so
 * equal documents may be written in different ways until they are read in one go.
 */
function bytesOf(doc: Y.Doc): string {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return Buffer.from(Y.encodeStateAsUpdate(fresh)).toString('base64')
}

test('[G14] whatever lawful clients do, with lines that break at any moment, passes the gate and converges byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async steps => {
      const server = await startRooms()
      try {
        const seats = await Promise.all([0, 1, 2].map(index => server.join(people[index % 2] as string)))
        const undos: (Y.UndoManager | null)[] = [null, null, null]
        let count = 0
        for (const { who, what, at } of steps) {
          const { doc, provider } = seats[who] as (typeof seats)[number]
          const author = people[who % 2] as string
          const notes = readBoard(doc).notes
          const note = notes[at % Math.max(1, notes.length)]
          const text = note && textOf(doc, 'notes', note.id)
          doc.transact(() => {
            if (what === 'add') {
              const made = { id: `note-${1000 + count++}`, author, partner: null, at: 1 }
              addNote(doc, made, { bouwsteen: 'opgave', order: at, text: 'abc' })
            }
            if (what === 'type') text?.insert(at % (text.length + 1), 'xy')
            if (what === 'erase' && text && text.length > 0) text.delete(at % text.length, 1)
            if (what === 'move' && note)
              moveNote(doc, note.id, { bouwsteen: bouwstenen[at % 7] ?? 'opgave', order: at })
            if (what === 'bin' && note?.author === author)
              setDeleted(doc, 'notes', note.id, note.deletedAt === null ? at : null)
          }, doc)
          if (what === 'add') undos[who] = undoOf(doc)
          if (what === 'undo') undos[who]?.undo()
          if (what === 'redo') undos[who]?.redo()
          if (what === 'leave') provider.disconnect()
          if (what === 'return') provider.connect()
          if (what === 'wait') await new Promise(resolve => setImmediate(resolve))
        }
        for (const { provider } of seats) provider.connect()
        const states = () => seats.map(({ doc }) => bytesOf(doc))
        await until(() => seats.every(({ provider }) => provider.synced) && new Set(states()).size === 1)
        expect(seats.flatMap(({ said }) => said.filter(frame => frame.type === 'refusal'))).toEqual([])
        const late = await server.join('person-obse')
        const stored = new Y.Doc()
        for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(stored, update)
        expect(bytesOf(late.doc)).toBe(states()[0])
        expect(bytesOf(stored)).toBe(states()[0])
      } finally {
        await server.stop()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
}, 300_000)

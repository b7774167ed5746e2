import fc from 'fast-check'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { RawClient } from '#tests/hostile/raw-client.ts'
import { session, type startRooms } from '#tests/hostile/socket-room.ts'

/** What edits against a freeze are played with, on one node and on several. */

export const board = { session, document: 'board' } as const
export const HASH = 'f'.repeat(64)
/** Who writes, in turns; one person may do so on several sockets. */
export const people = ['person-anna', 'person-bram']

export const nextTurn = () => new Promise(resolve => setImmediate(resolve))

/** The ids of the notes that these updates make, sorted. */
export function notesOf(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return readBoard(doc)
    .notes.map(({ id }) => id)
    .sort()
}

/** A note in an update of its own, which builds on nothing: whether it is taken depends on when it comes alone. */
export function noteUpdate(id: string, author: string, client?: number, text = 'x'): Uint8Array {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
  return Y.encodeStateAsUpdate(doc)
}

/** Up to so many edits, each by one of four writers and some turns before the next; after which share of them the freeze begins. */
export const raceOf = (most: number) =>
  fc.record({
    edits: fc.array(fc.record({ writer: fc.nat(3), turns: fc.nat(3) }), { minLength: 1, maxLength: most }),
    freezeAt: fc.double({ min: 0, max: 1, noNaN: true }),
  })
type Race = { edits: { writer: number; turns: number }[]; freezeAt: number }

/** Has the writers send, and the board frozen meanwhile by `node`. Gives the ids in the snapshot, and those that each writer sent. */
export async function raceFreeze(
  { rooms, store }: Pick<Awaited<ReturnType<typeof startRooms>>, 'rooms' | 'store'>,
  writers: readonly RawClient[],
  { edits, freezeAt }: Race,
): Promise<{ snapshot: string[]; sent: string[][] }> {
  let snapshot: string[] = []
  let freezing: Promise<string> | null = null
  const freeze = () =>
    rooms.freeze(board, () =>
      store.transaction(session, async tx => {
        snapshot = notesOf((await tx.readDocument('board')).updates)
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
  return { snapshot, sent }
}

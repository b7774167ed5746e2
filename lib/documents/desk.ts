import * as Y from 'yjs'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { type DeskNote, deskNoteSchema } from '#lib/domain/desk.ts'
import { inOrder, ownEdit } from './board.ts'

/**
 * The typed view on one person's desk. Its notes lie in a root of the same name and fields as the board's, so moving, binning and
 * typing are the board's own functions.
 */
const notesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap<Y.Map<unknown>>('notes')

/** What lies on the desk, in its order, what is in its bin included. */
export function readDesk(doc: Y.Doc): DeskNote[] {
  const found = [...notesOf(doc)].flatMap(([id, entry]) => {
    const values = Object.entries(entry.toJSON()).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.toWellFormed() : value,
    ])
    const absent = { bouwsteen: 'opgave', order: 0, deletedAt: null }
    const parsed = deskNoteSchema.safeParse({ ...absent, id, ...Object.fromEntries(values) })
    return parsed.success ? [parsed.data] : []
  })
  return inOrder(found)
}

export function addDeskNote(
  doc: Y.Doc,
  made: { id: string; author: string; at: number },
  note: { bouwsteen: Bouwsteen; order: number; text: string },
): void {
  doc.transact(() => {
    const { bouwsteen, order } = note
    const values = { bouwsteen, order, author: made.author, createdAt: made.at, deletedAt: null }
    const entry = new Y.Map<unknown>(Object.entries(values))
    entry.set('text', new Y.Text(note.text))
    notesOf(doc).set(made.id, entry)
  }, ownEdit)
}

/** Takes notes off the desk for good, which the server alone does: they lie on the board from now on. */
export function removeDeskNotes(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) notesOf(doc).delete(id)
  })
}

import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'

/** The notes that lie on a tile, in their order; those in the bin don't. */
export function notesOn(notes: readonly Note[], bouwsteen: Bouwsteen): Note[] {
  return notes.filter(note => note.bouwsteen === bouwsteen && note.deletedAt === null)
}

/** The order that lays a note behind all others of its tile. */
export function lastOrder(notes: readonly Note[], bouwsteen: Bouwsteen): number {
  return (notesOn(notes, bouwsteen).at(-1)?.order ?? 0) + 1
}

/** The order that lays note `id` just before note `before` of the same tile, or last when there is no such note. */
export function orderBefore(
  notes: readonly Note[],
  bouwsteen: Bouwsteen,
  id: string,
  before: string | null,
): number {
  const others = notesOn(notes, bouwsteen).filter(note => note.id !== id)
  const index = others.findIndex(note => note.id === before)
  if (index === -1) return (others.at(-1)?.order ?? 0) + 1
  const next = others[index]?.order ?? 0
  const former = others[index - 1]?.order
  return former === undefined ? next - 1 : (former + next) / 2
}

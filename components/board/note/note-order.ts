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

/**
 * Where notes land that are laid together before note `before` of a tile, or last when there is no such note: their orders, in
 * the order in which they are given. Where there is no room left between two numbers, those of the tile are spread anew. Nothing
 * when they lie there already.
 */
export function ordersBefore(
  notes: readonly Note[],
  bouwsteen: Bouwsteen,
  ids: readonly string[],
  before: string | null,
): { id: string; order: number }[] {
  const moved = new Set(ids)
  const others = notesOn(notes, bouwsteen).filter(note => !moved.has(note.id))
  const found = others.findIndex(note => note.id === before)
  const index = found === -1 ? others.length : found
  const all = [
    ...others.slice(0, index).map(note => note.id),
    ...ids,
    ...others.slice(index).map(note => note.id),
  ]
  const now = notesOn(notes, bouwsteen).map(note => note.id)
  if (now.length === all.length && now.every((id, place) => id === all[place])) return []
  const former = others[index - 1]?.order
  const next = others[index]?.order
  const low = former ?? (next === undefined ? 0 : next - ids.length - 1)
  const high = next ?? low + ids.length + 1
  const step = (high - low) / (ids.length + 1)
  if (low + step > low && high - step < high && step > 1e-9)
    return ids.map((id, place) => ({ id, order: low + step * (place + 1) }))
  return all.map((id, place) => ({ id, order: place + 1 }))
}

import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'

/** The order that lays a note behind the others of its bouwsteen. */
export function nextOrder(notes: readonly DeskNote[], bouwsteen: Bouwsteen): number {
  const orders = notes.filter(note => note.bouwsteen === bouwsteen).map(({ order }) => order)
  return Math.max(0, ...orders) + 1
}

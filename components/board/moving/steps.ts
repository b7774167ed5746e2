import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { notesOn, ordersBefore } from '../note/note-order.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'
/** Where notes would lie: before another one of a bouwsteen; null: last. */
export type Target = { bouwsteen: Bouwsteen; before: string | null }

/** The others of a bouwsteen, without what is held. */
const othersOn = (notes: readonly Note[], ids: readonly string[], bouwsteen: Bouwsteen): Note[] =>
  notesOn(notes, bouwsteen).filter(note => !ids.includes(note.id))

/** The notes as they follow each other on the board: what is held together stays in this order. */
export function inBoardOrder(notes: readonly Note[], ids: ReadonlySet<string>): string[] {
  return bouwstenen.flatMap(tile => notesOn(notes, tile).flatMap(({ id }) => (ids.has(id) ? [id] : [])))
}

/** Where a note lies now, as a target for it and what is held with it. Null when it lies nowhere. */
export function targetOf(notes: readonly Note[], ids: readonly string[], note: string): Target | null {
  const own = notes.find(each => each.id === note && each.deletedAt === null)
  if (!own) return null
  const lying = notesOn(notes, own.bouwsteen)
  const behind = lying.slice(lying.findIndex(each => each.id === note))
  return { bouwsteen: own.bouwsteen, before: behind.find(each => !ids.includes(each.id))?.id ?? null }
}

/**
 * One step on: up and down go along the notes of a bouwsteen and on to the former or next one; left and right go to these at once,
 * behind what lies there. At either end of the board it stays.
 */
export function stepped(
  notes: readonly Note[],
  ids: readonly string[],
  { bouwsteen, before }: Target,
  to: Direction,
): Target {
  const step = to === 'up' || to === 'left' ? -1 : 1
  const next = bouwstenen[bouwstenen.indexOf(bouwsteen) + step]
  if (to === 'left' || to === 'right') return next ? { bouwsteen: next, before: null } : { bouwsteen, before }
  const others = othersOn(notes, ids, bouwsteen)
  const index = indexOf(others, before) + step
  if (index >= 0 && index <= others.length) return { bouwsteen, before: others[index]?.id ?? null }
  if (!next) return { bouwsteen, before }
  return { bouwsteen: next, before: step === 1 ? (othersOn(notes, ids, next)[0]?.id ?? null) : null }
}

/** The how manieth the first of them would be, and of how many. */
export function rankOf(
  notes: readonly Note[],
  ids: readonly string[],
  { bouwsteen, before }: Target,
): { place: number; of: number } {
  const others = othersOn(notes, ids, bouwsteen)
  return { place: indexOf(others, before) + 1, of: others.length + ids.length }
}

/** What laying them there changes; nothing when they lie there already. */
export function movesTo(
  notes: readonly Note[],
  ids: readonly string[],
  { bouwsteen, before }: Target,
): { id: string; bouwsteen: Bouwsteen; order: number }[] {
  return ordersBefore(notes, bouwsteen, ids, before).map(each => ({ ...each, bouwsteen }))
}

/** A note that went away meanwhile stands for the end. */
function indexOf(others: readonly Note[], before: string | null): number {
  const found = others.findIndex(note => note.id === before)
  return found === -1 ? others.length : found
}

import type { Place, View } from '#components/board/place/place.ts'
import type { CallPlace, GatherView } from '#lib/domain/leading.ts'
import type { Note } from '#lib/domain/note.ts'

/** Where somebody looks, as a call that others follow names it. */
export type Followed = { view: GatherView; at: CallPlace | null }

/** What the views of one's own device are to others, who may look at the bouwstenen in another way. */
export const viewFor = (view: View): GatherView =>
  view === 'wall' || view === 'phone' || view === 'list' ? 'board' : view

/** The most precise place, as a call names it. */
export function callPlaceOf({ note, line, tile }: Place): CallPlace | null {
  if (note !== undefined) return { note }
  if (line !== undefined) return { line }
  return tile === undefined ? null : { tile }
}

/**
 * Where who is followed is: a line or a bouwsteen, not each note that they pass by. Null while it isn't known, since they are at a note that
 * hasn't come yet.
 */
export function followed(view: View, { note, line, tile }: Place, notes: readonly Note[]): Followed | null {
  const on = tile ?? notes.find(({ id }) => id === note)?.bouwsteen
  const at = line !== undefined ? { line } : on === undefined ? null : { tile: on }
  return at === null && note !== undefined ? null : { view: viewFor(view), at }
}

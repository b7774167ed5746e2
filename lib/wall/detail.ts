import { LETTERS, NOTE_WIDTH } from './note-size.ts'

/**
 * What of a note is shown. `near`: its text as it is. `middle`: the beginning of its text, larger than life. `far`: a slip of
 * colour; what the tile is called and how much lies on it says the rest.
 */
export type Detail = 'near' | 'middle' | 'far'

/** How large the text of notes is in the world and, in px, at least on the screen: at a table, and for the back row of a hall. */
export type Legibility = { size: number; least: number }
export const LEGIBLE = {
  table: { size: LETTERS.table.size, least: 12 },
  hall: { size: LETTERS.hall.size, least: 20 },
} as const
/** The height of the screen, in px, on which letters of `LEGIBLE.hall` are read from the back row. */
const HALL_SCREEN = 1080

/** The same for a screen of this height: a beamer of fewer px throws each of them larger, so that a letter may have fewer. */
export function legibleFor(hall: boolean, height: number): Legibility {
  if (!hall) return LEGIBLE.table
  const { size, least } = LEGIBLE.hall
  return { size, least: Math.max(LEGIBLE.table.least, Math.min(1, height / HALL_SCREEN) * least) }
}

/** A letter is about half as wide as the text is high; some of them are the beginning of something. */
const BEGINNING = 11

/** The least zoom for each detail. */
export const zoomsFor = ({ size, least }: Legibility): { near: number; middle: number } => ({
  near: (least - 0.4) / size,
  middle: (BEGINNING * least) / 2 / NOTE_WIDTH,
})

export function detailAt(zoom: number, legible: Legibility): Detail {
  const { near, middle } = zoomsFor(legible)
  if (zoom >= near) return 'near'
  return zoom >= middle ? 'middle' : 'far'
}

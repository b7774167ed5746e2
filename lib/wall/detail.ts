import { NOTE_WIDTH, TEXT_SIZE } from './note-size.ts'

/**
 * What of a note is shown. `near`: its text as it is. `middle`: the beginning of its text, larger than life. `far`: a slip of
 * colour; what the tile is called and how much lies on it says the rest.
 */
export type Detail = 'near' | 'middle' | 'far'

/** Smallest text on the screen, in px: at a table, and for the back row of a hall. */
export const LEAST_TEXT = { table: 12, hall: 20 }
/** A letter is about half as wide as the text is high; a dozen of them is the beginning of something. */
const LETTERS = 12

/** `least`: the smallest text that may stand on the screen, in px. */
export function detailAt(zoom: number, least: number): Detail {
  if (TEXT_SIZE * zoom >= least - 0.4) return 'near'
  return NOTE_WIDTH * zoom >= (LETTERS * least) / 2 ? 'middle' : 'far'
}

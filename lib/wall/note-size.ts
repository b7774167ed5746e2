/** The size of notes on the wall, in world units: px at a zoom of 1. */
export const NOTE_WIDTH = 188
/** Size of the text and height of its lines, at a table and for the back row of a hall. */
export const LETTERS = { table: { size: 16, line: 19 }, hall: { size: 20, line: 23 } } as const
export type Letters = (typeof LETTERS)[keyof typeof LETTERS]
export const NOTE_PADDING = { x: 8, y: 4 }
/** Most lines of a note that the wall shows; the rest is read by opening it. */
export const LINES_MAX = 10
/** Room in the last line for the mark of who wrote it; where that is full the mark hangs from the note's edge. */
const FOOT_WIDTH = 52
/** Room below the text for what others say of it, where that is to be read from afar. */
const SHELF = 22
const INNER = NOTE_WIDTH - 2 * NOTE_PADDING.x

/** Widths of the characters from space to tilde in our typeface, in hundredths of the text's size. */
const widths = [
  28, 29, 30, 65, 59, 92, 73, 16, 30, 30, 48, 61, 21, 36, 21, 39, 65, 41, 55, 58, 61, 59, 60, 51, 61, 59, 21,
  21, 55, 63, 55, 48, 78, 63, 61, 64, 67, 57, 55, 69, 69, 39, 51, 63, 54, 82, 69, 71, 59, 72, 61, 59, 56, 69,
  59, 86, 62, 57, 61, 32, 39, 34, 55, 37, 24, 52, 57, 48, 56, 54, 31, 56, 55, 25, 24, 49, 26, 84, 55, 55, 57,
  57, 35, 47, 33, 54, 46, 68, 48, 45, 46, 34, 24, 34, 55,
]
const UNKNOWN = 60
/** Scripts that fill a square a character, and emoji. */
const SQUARE = 105

function widthOf(character: string): number {
  const code = character.charCodeAt(0)
  const known = widths[code - 32]
  if (known !== undefined) return known
  if (code >= 0x2e80) return SQUARE
  // A letter with an accent is as wide as the letter.
  const base = character.normalize('NFD').charCodeAt(0)
  return base >= 0x300 && base < 0x370 ? 0 : (widths[base - 32] ?? UNKNOWN)
}

/** How many lines a text takes on a note and how wide the last of them is; words break as in a browser, long ones anywhere. */
export function wrap(text: string, { size }: Letters = LETTERS.table): { lines: number; last: number } {
  const inUnits = (hundredths: number): number => (hundredths * size) / 100
  let lines = 0
  let at = 0
  for (const paragraph of text.split('\n')) {
    lines++
    at = 0
    for (const word of paragraph.split(/(?<=\s)/)) {
      const ink = inUnits([...word.trimEnd()].reduce((sum, character) => sum + widthOf(character), 0))
      if (at > 0 && at + ink > INNER) {
        lines++
        at = 0
      }
      for (const character of word) {
        const width = inUnits(widthOf(character))
        // Spaces at the end of a line hang over it.
        if (at + width > INNER && character.trim() !== '') {
          lines++
          at = 0
        }
        at += width
      }
    }
    if (lines > LINES_MAX) return { lines: LINES_MAX, last: INNER }
  }
  return { lines, last: Math.min(at, INNER) }
}

/**
 * How a note lies on the wall, high as its text needs up to a bound; two lines at least, so that all can be taken hold of. `shelf`:
 * with room below its text for what others say of it.
 */
export type NoteSize = { height: number; lines: number; footHangs: boolean; shelf: boolean }
export function noteSize(text: string, shelf = false, letters: Letters = LETTERS.table): NoteSize {
  const { lines: needed, last } = wrap(text, letters)
  const lines = Math.max(2, needed)
  return {
    height: 2 * NOTE_PADDING.y + lines * letters.line + (shelf ? SHELF : 0),
    lines,
    footHangs: !shelf && needed >= 2 && last + FOOT_WIDTH > INNER,
    shelf,
  }
}

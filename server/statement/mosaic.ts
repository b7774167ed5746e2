import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { jointsOf } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import { arrange, type PerTile, SIZES } from '#lib/wall/arrange.ts'
import { LINES_MAX, noteSize } from '#lib/wall/note-size.ts'
import { jointThickness, outlines, ROUNDING } from '#lib/wall/outline.ts'
import { type Hues, hues } from './hues.ts'
import type { Lying } from './lying.ts'

/** The mosaic as `mosaic.typ` draws it, in the wall's own units. `words`: what the picture shows, for who does not see it. */
export type PrintedMosaic = {
  width: number
  height: number
  unit: number
  rounding: number
  words: string
  tiles: PrintedTile[]
}
type PrintedTile = Hues & {
  name: string
  count: string
  outline: [x: number, y: number][]
  head: { x: number; y: number; width: number; size: number }
  notes: { x: number; y: number; width: number; height: number; text: string }[]
}

/** So much of a long note is shown as fits on the lines that a note has on the wall. */
const SHOWN_MAX = 220

/**
 * Lays the mosaic out as it lies on the wall. `letters`: so many are written in the notes at most. Of more words there are none: then it is a
 * picture of where the weight lies, as where it stands small.
 */
export function mosaicOf({ board, language }: Lying, letters: number): PrintedMosaic {
  const t = documentMessages[language]
  const lying = perTile(bouwsteen =>
    board.notes
      .filter(note => note.bouwsteen === bouwsteen && note.text.trim() !== '')
      .sort((one, other) => one.order - other.order),
  )
  const sizes = perTile(bouwsteen => lying[bouwsteen].map(({ text }) => noteSize(text.trim())))
  const texts = perTile(bouwsteen =>
    lying[bouwsteen].map((note, index) => shown(note, sizes[bouwsteen][index]?.lines)),
  )
  const legible = Object.values(texts).flat().join('').length <= letters
  const arranged = arrange(
    perTile(bouwsteen => sizes[bouwsteen].map(({ height }) => height)),
    null,
  )
  const strengths = new Map(
    jointsOf(board.notes, board.cement).map(({ between, strength }) => [
      [...between].sort().join(' '),
      strength,
    ]),
  )
  const thickness = (one: Bouwsteen, other: Bouwsteen) =>
    jointThickness(strengths.get([one, other].sort().join(' ')) ?? 0)
  const cut = outlines(arranged, thickness)
  const tile = (bouwsteen: Bouwsteen): PrintedTile => {
    const { x, y, width } = arranged.content[bouwsteen]
    const head = (bouwsteen === 'opgave' ? SIZES.heart.head : SIZES.head) * arranged.unit
    return {
      ...hues[bouwsteen],
      name: bouwsteenContent[bouwsteen].name[language],
      count: t.notesHere(lying[bouwsteen].length),
      outline: cut[bouwsteen].map(({ x, y }) => [x, y]),
      head: { x, y: y - head, width, size: (bouwsteen === 'opgave' ? 21 : 18) * arranged.unit },
      notes: arranged.notes[bouwsteen].map((rect, index) => ({
        ...rect,
        text: legible ? (texts[bouwsteen][index] ?? '') : '',
      })),
    }
  }
  const { width, height, unit } = arranged
  const tiles = bouwstenen.map(tile)
  const words = t.mosaicWords(tiles.map(({ name, count }) => `${name}: ${count}`).join('; '))
  return { width, height, unit, rounding: ROUNDING * unit, words, tiles }
}

const perTile = <T>(make: (bouwsteen: Bouwsteen) => T): PerTile<T> =>
  Object.fromEntries(bouwstenen.map(bouwsteen => [bouwsteen, make(bouwsteen)])) as PerTile<T>

function shown(note: Note, lines = 0): string {
  const text = note.text.trim()
  return lines >= LINES_MAX && text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX).trimEnd()}…` : text
}

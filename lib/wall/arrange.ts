import { type Bouwsteen, bouwstenen } from '../domain/bouwsteen.ts'
import { NOTE_WIDTH } from './note-size.ts'

/** In world units, as everything here: px at a zoom of 1. */
export type Rect = { x: number; y: number; width: number; height: number }
export type PerTile<T> = Record<Bouwsteen, T>

/**
 * Where everything lies. The Opgave at the heart, two tiles above it, one at each side, two below, so that each touches it and
 * neighbours belong together. `cells`: the rooms of the tiles, which fill the world; `content`: where notes may lie in them.
 */
export type Arrangement = {
  /** How much larger than in a small picture its joints and names are. */
  unit: number
  columns: PerTile<number>
  width: number
  height: number
  cells: PerTile<Rect>
  content: PerTile<Rect>
  /** In the order of the heights that were given. */
  notes: PerTile<Rect[]>
}

/** Between a note and the one below it there is room for what hangs from its edge. */
export const GAP = 8
/** Between a note and the one beside it. */
const BESIDE = 6
export const COLUMN = NOTE_WIDTH + BESIDE
/**
 * Of the picture itself, at a `unit` of 1. `swing`: how far the joints between the rows go up and down, so that the pieces
 * interlock. `pad`: from a note to the middle of the joint beside it. `head`: room above a tile's notes for its name. The heart
 * has more of both.
 */
export const SIZES = { swing: 9, pad: 10, head: 36, heart: { pad: 20, head: 42 } }
/** With so many columns side by side the unit is 1. With more it grows, so that names and joints are as large in the whole. */
const UNIT_COLUMNS = 9
const LEAST_CONTENT = 150
const LEAST_COLUMNS = { outer: 2, heart: 3 }
/** Width to height of what a laptop leaves for the picture: what it is made for, so that all have the same before them. */
export const TABLE_ASPECT = 2.05
/** How far the columns of one tile end apart, at least. */
const LEAST_RAGGED = 40
/** Columns stay as they are until others would show everything this much larger: else reading would be disturbed too often. */
const WORTH_MOVING = 1.16
/** High rows grow by this part of their height at a time, so that what is written in one rarely moves the others. */
const STEP = 1 / 12
const STEPS_FROM = 500

type Loads = PerTile<number>
type Columns = PerTile<number>
const rows = [
  ['waarde', 'samen-doen'],
  ['deelname', 'opgave', 'organisatie'],
  ['verankering', 'binding'],
] as const satisfies Bouwsteen[][]

const each = <T>(make: (bouwsteen: Bouwsteen) => T): PerTile<T> =>
  Object.fromEntries(bouwstenen.map(bouwsteen => [bouwsteen, make(bouwsteen)])) as PerTile<T>

/**
 * Lays out notes of these heights. `before`: the columns of the former arrangement, which stay when they still do. `aspect`: width
 * to height of the screen.
 */
export function arrange(
  heights: PerTile<readonly number[]>,
  before: Columns | null,
  aspect = TABLE_ASPECT,
): Arrangement {
  const loads = loadsOf(heights)
  const scale = scales(heights, aspect)
  const best = bestColumns(loads, scale)
  const stays = before && scale(before) * WORTH_MOVING >= scale(best)
  return layOut(heights, stays ? before : best)
}

/** The columns that let everything be seen largest at once. */
function bestColumns(loads: Loads, scale: (columns: Columns) => number): Columns {
  let best: Columns | null = null
  let bestScale = 0
  const total = Object.values(loads).reduce((sum, load) => sum + load, 0)
  const most = 12 + Math.ceil(2 * Math.sqrt(total / COLUMN))
  for (let all = LEAST_COLUMNS.heart + 2 * LEAST_COLUMNS.outer; all <= most; all++) {
    const columns = shareOut(loads, all)
    const found = scale(columns)
    if (found > bestScale) {
      best = columns
      bestScale = found
    }
  }
  return best as Columns
}

/** Gives each row `all` columns, each to the tile that is fullest, such that every tile touches the heart. */
function shareOut(loads: Loads, all: number): Columns {
  const columns = each(bouwsteen => (bouwsteen === 'opgave' ? LEAST_COLUMNS.heart : LEAST_COLUMNS.outer))
  const fill = (row: readonly Bouwsteen[], may: (bouwsteen: Bouwsteen) => boolean) => {
    for (let left = all - row.reduce((sum, each) => sum + columns[each], 0); left > 0; left--) {
      const open = row.filter(may)
      const fullest = open.reduce((a, b) => (loads[b] / columns[b] > loads[a] / columns[a] ? b : a))
      columns[fullest]++
    }
  }
  fill(rows[1], () => true)
  for (const [left, right] of [rows[0], rows[2]]) {
    const leftMost = columns.deelname + columns.opgave - 1
    const rightMost = columns.organisatie + columns.opgave - 1
    columns[left] = columns.deelname + 1
    columns[right] = columns.organisatie + 1
    fill([left, right], bouwsteen => columns[bouwsteen] < (bouwsteen === left ? leftMost : rightMost))
  }
  return columns
}

/** In quarters, so that all that follows from it is exact. */
const unitOf = ({ deelname, opgave, organisatie }: Columns): number =>
  Math.max(4, Math.round((4 * (deelname + opgave + organisatie)) / UNIT_COLUMNS)) / 4

const sizesOf = (tile: Bouwsteen) => (tile === 'opgave' ? SIZES.heart : SIZES)
const headOf = (tile: Bouwsteen, unit: number): number => sizesOf(tile).head * unit
const padOf = (tile: Bouwsteen, unit: number): number => sizesOf(tile).pad * unit

const ownWidth = (tile: Bouwsteen, columns: Columns): number =>
  columns[tile] * COLUMN - BESIDE + 2 * padOf(tile, unitOf(columns))

const widthOf = (columns: Columns): number => rows[1].reduce((sum, tile) => sum + ownWidth(tile, columns), 0)

/** What a row keeps free above and below: its joints swing into it, but at the rim. */
const paddings = (row: number, unit: number): { top: number; bottom: number } => ({
  top: (SIZES.pad - 4 + (row === 0 ? 0 : SIZES.swing)) * unit,
  bottom: (SIZES.pad + (row === 2 ? 0 : SIZES.swing)) * unit,
})

/**
 * How large everything can be shown with these columns, about: the notes of one tile are taken to fill its columns evenly but for a
 * ragged edge, which is reckoned rather than measured, so that a note more or less changes little.
 */
function scales(heights: PerTile<readonly number[]>, aspect: number): (columns: Columns) => number {
  const loads = loadsOf(heights)
  const spread = each(tile => deviation(heights[tile]))
  const content = (tile: Bouwsteen, columns: number): number => {
    const ragged = 2 * spread[tile] * Math.sqrt(heights[tile].length / columns)
    return Math.max(LEAST_CONTENT, loads[tile] / columns + Math.max(LEAST_RAGGED, ragged))
  }
  return columns => {
    const unit = unitOf(columns)
    const height = rows.reduce((sum, row, index) => {
      const { top, bottom } = paddings(index, unit)
      const inner = row.map(tile => headOf(tile, unit) + content(tile, columns[tile]))
      return sum + top + bottom + Math.max(...inner)
    }, 0)
    return Math.min(aspect / widthOf(columns), 1 / height)
  }
}

const loadsOf = (heights: PerTile<readonly number[]>): Loads =>
  each(tile => heights[tile].reduce((sum, height) => sum + height + GAP, 0))

/** Standard deviation; 0 of none. */
function deviation(heights: readonly number[]): number {
  const count = Math.max(1, heights.length)
  const mean = heights.reduce((sum, height) => sum + height, 0) / count
  return Math.sqrt(heights.reduce((sum, height) => sum + (height - mean) ** 2, 0) / count)
}

/** Notes in reading order, each in its column under the one before it: who grows moves only what lies below. */
function stack(heights: readonly number[], columns: number): { rects: Rect[]; height: number } {
  const ends = new Array<number>(columns).fill(0)
  const rects = heights.map((height, index) => {
    const column = index % columns
    const y = ends[column] ?? 0
    ends[column] = y + height + GAP
    return { x: column * COLUMN, y, width: NOTE_WIDTH, height }
  })
  return { rects, height: Math.max(0, ...ends) }
}

/** The height of a row in which its highest tile needs so much. */
function rowHeight(needed: number): number {
  if (needed <= STEPS_FROM) return needed
  const step = 2 ** Math.floor(Math.log2(needed * STEP))
  return Math.ceil(needed / step) * step
}

function layOut(heights: PerTile<readonly number[]>, columns: Columns): Arrangement {
  const unit = unitOf(columns)
  const width = widthOf(columns)
  const stacks = each(tile => stack(heights[tile], columns[tile]))
  const cells = {} as PerTile<Rect>
  const content = {} as PerTile<Rect>
  let y = 0
  for (const [index, row] of rows.entries()) {
    const { top, bottom } = paddings(index, unit)
    const needed = row.map(tile => headOf(tile, unit) + Math.max(LEAST_CONTENT, stacks[tile].height))
    const inner = rowHeight(Math.max(...needed))
    // Rows of two have one joint less than the row of three: they share out what that leaves.
    const spare = (width - row.reduce((sum, tile) => sum + ownWidth(tile, columns), 0)) / row.length
    let x = 0
    for (const tile of row) {
      const cell = { x, y, width: ownWidth(tile, columns) + spare, height: top + inner + bottom }
      const [pad, head] = [padOf(tile, unit) + spare / 2, headOf(tile, unit)]
      cells[tile] = cell
      content[tile] = { x: x + pad, y: y + top + head, width: cell.width - 2 * pad, height: inner - head }
      x += cell.width
    }
    y += top + inner + bottom
  }
  const notes = each(tile =>
    stacks[tile].rects.map(rect => ({ ...rect, x: rect.x + content[tile].x, y: rect.y + content[tile].y })),
  )
  return { unit, columns, width, height: y, cells, content, notes }
}

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
  columns: PerTile<number>
  width: number
  height: number
  cells: PerTile<Rect>
  content: PerTile<Rect>
  /** In the order of the heights that were given. */
  notes: PerTile<Rect[]>
}

export const GAP = 6
export const COLUMN = NOTE_WIDTH + GAP
/** How far the joints between the rows go up and down, so that the pieces interlock. */
export const SWING = 9
/** From a note to the middle of the joint beside it. */
const PAD = 10
/** Room above a tile's notes for its name. */
export const HEAD = 36
/** The heart has more of it, and more about its notes. */
const HEART = { head: 42, pad: 10 }
const LEAST_CONTENT = 150
const LEAST_COLUMNS = { outer: 2, heart: 3 }
/** Width to height of the screens that the picture is made for. */
const ASPECT = 2.05
/** Columns stay as they are until others would show everything this much larger: else reading would be disturbed too often. */
const WORTH_MOVING = 1.16

const head = (bouwsteen: Bouwsteen): number => (bouwsteen === 'opgave' ? HEART.head : HEAD)
const pad = (bouwsteen: Bouwsteen): number => (bouwsteen === 'opgave' ? PAD + HEART.pad : PAD)

type Loads = PerTile<number>
const rows = [
  ['waarde', 'samen-doen'],
  ['deelname', 'opgave', 'organisatie'],
  ['verankering', 'binding'],
] as const satisfies Bouwsteen[][]

const each = <T>(make: (bouwsteen: Bouwsteen) => T): PerTile<T> =>
  Object.fromEntries(bouwstenen.map(bouwsteen => [bouwsteen, make(bouwsteen)])) as PerTile<T>

/** Lays out notes of these heights. `before`: the columns of the former arrangement, which stay when they still do. */
export function arrange(heights: PerTile<readonly number[]>, before: PerTile<number> | null): Arrangement {
  const loads = each(bouwsteen => heights[bouwsteen].reduce((sum, height) => sum + height + GAP, 0))
  const best = bestColumns(loads)
  const stays = before && scale(loads, before) * WORTH_MOVING >= scale(loads, best)
  return layOut(heights, stays ? before : best)
}

/** The columns that let everything be seen largest at once. */
function bestColumns(loads: Loads): PerTile<number> {
  let best: PerTile<number> | null = null
  let bestScale = 0
  const total = Object.values(loads).reduce((sum, load) => sum + load, 0)
  const most = 12 + Math.ceil(2 * Math.sqrt(total / COLUMN))
  for (let all = LEAST_COLUMNS.heart + 2 * LEAST_COLUMNS.outer; all <= most; all++) {
    const columns = shareOut(loads, all)
    const found = scale(loads, columns)
    if (found > bestScale) {
      best = columns
      bestScale = found
    }
  }
  return best as PerTile<number>
}

/** Gives each row `all` columns, each to the tile that is fullest, such that every tile touches the heart. */
function shareOut(loads: Loads, all: number): PerTile<number> {
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

const ownWidth = (bouwsteen: Bouwsteen, columns: PerTile<number>): number =>
  columns[bouwsteen] * COLUMN - GAP + 2 * pad(bouwsteen)

const widthOf = (columns: PerTile<number>): number =>
  rows[1].reduce((sum, bouwsteen) => sum + ownWidth(bouwsteen, columns), 0)

const paddings = (row: number): { top: number; bottom: number } => ({
  top: row === 0 ? PAD - 4 : PAD + SWING - 4,
  bottom: row === 2 ? PAD : PAD + SWING,
})

/** How large everything can be shown, about: notes of one tile are taken to fill its columns evenly. */
function scale(loads: Loads, columns: PerTile<number>): number {
  const height = rows.reduce((sum, row, index) => {
    const { top, bottom } = paddings(index)
    const content = row.map(tile => head(tile) + Math.max(LEAST_CONTENT, loads[tile] / columns[tile] + 40))
    return sum + top + bottom + Math.max(...content)
  }, 0)
  return Math.min(ASPECT / widthOf(columns), 1 / height)
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

function layOut(heights: PerTile<readonly number[]>, columns: PerTile<number>): Arrangement {
  const width = widthOf(columns)
  const stacks = each(bouwsteen => stack(heights[bouwsteen], columns[bouwsteen]))
  const cells = {} as PerTile<Rect>
  const content = {} as PerTile<Rect>
  let y = 0
  for (const [index, row] of rows.entries()) {
    const { top, bottom } = paddings(index)
    const inner = Math.max(...row.map(tile => head(tile) + Math.max(LEAST_CONTENT, stacks[tile].height)))
    const natural = row.map(tile => ownWidth(tile, columns))
    // Rows of two have one joint less than the row of three: they share out what that leaves.
    const spare = (width - natural.reduce((sum, each) => sum + each, 0)) / row.length
    let x = 0
    for (const [place, tile] of row.entries()) {
      const cell = { x, y, width: (natural[place] ?? 0) + spare, height: top + inner + bottom }
      cells[tile] = cell
      content[tile] = {
        x: x + pad(tile) + spare / 2,
        y: y + top + head(tile),
        width: cell.width - 2 * pad(tile) - spare,
        height: inner - head(tile),
      }
      x += cell.width
    }
    y += top + inner + bottom
  }
  const notes = each(tile =>
    stacks[tile].rects.map(rect => ({ ...rect, x: rect.x + content[tile].x, y: rect.y + content[tile].y })),
  )
  return { columns, width, height: y, cells, content, notes }
}

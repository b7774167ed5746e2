import { type Bouwsteen, bouwstenen } from '../domain/bouwsteen.ts'
import { type Arrangement, COLUMN, GAP, type Rect } from './arrange.ts'
import { NOTE_WIDTH } from './note-size.ts'
import type { Point } from './outline.ts'

/** Where a note would land: before the note that is at `index` of the tile now, or last. `mark`: what shows it. */
export type Slot = { bouwsteen: Bouwsteen; index: number; mark: Rect }
export type Direction = 'left' | 'right' | 'up' | 'down'

/** As high as the lowest note. */
const LEAST_NOTE = 46

const distanceTo = (rect: Rect, point: Point): number =>
  Math.hypot(
    Math.max(rect.x - point.x, 0, point.x - rect.x - rect.width),
    Math.max(rect.y - point.y, 0, point.y - rect.y - rect.height),
  )

/** The tile at a point of the world, or the one nearest to it. */
export function tileAt({ cells }: Arrangement, point: Point): Bouwsteen {
  return bouwstenen.reduce((a, b) => (distanceTo(cells[b], point) < distanceTo(cells[a], point) ? b : a))
}

/** Where a note that is let go of at a point would land. */
export function slotAt(arrangement: Arrangement, point: Point): Slot {
  const bouwsteen = tileAt(arrangement, point)
  const content = arrangement.content[bouwsteen]
  const rects = arrangement.notes[bouwsteen]
  const columns = arrangement.columns[bouwsteen]
  const column = Math.min(columns - 1, Math.max(0, Math.floor((point.x - content.x) / COLUMN)))
  for (let index = column; index < rects.length; index += columns) {
    const rect = rects[index] as Rect
    if (point.y < rect.y + rect.height / 2)
      return { bouwsteen, index, mark: { ...rect, y: rect.y - GAP, height: GAP } }
  }
  return lastSlot(arrangement, bouwsteen)
}

/** Where the next note of a tile will lie. */
export function lastSlot(arrangement: Arrangement, bouwsteen: Bouwsteen): Slot {
  const content = arrangement.content[bouwsteen]
  const rects = arrangement.notes[bouwsteen]
  const columns = arrangement.columns[bouwsteen]
  const index = rects.length
  const above = rects[index - columns]
  const x = content.x + (index % columns) * COLUMN
  const y = above ? above.y + above.height + GAP : content.y
  return { bouwsteen, index, mark: { x, y, width: NOTE_WIDTH, height: LEAST_NOTE } }
}

/** The candidate that lies next in a direction, as one sees it; null when there is none. */
export function nextTo<T extends { rect: Rect }>(
  from: Rect,
  direction: Direction,
  candidates: Iterable<T>,
): T | null {
  const [along, across] =
    direction === 'left' || direction === 'right' ? (['x', 'y'] as const) : (['y', 'x'] as const)
  const forward = direction === 'right' || direction === 'down' ? 1 : -1
  const middle = (rect: Rect, axis: 'x' | 'y') => rect[axis] + (axis === 'x' ? rect.width : rect.height) / 2
  let best: T | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const ahead = (middle(candidate.rect, along) - middle(from, along)) * forward
    if (ahead <= 1) continue
    // What lies straight ahead comes before what is nearer but aside.
    const cost = ahead + 3 * gapAcross(from, candidate.rect, across) + aside(from, candidate.rect, across) / 4
    if (cost < bestCost) {
      best = candidate
      bestCost = cost
    }
  }
  return best
}

function gapAcross(from: Rect, to: Rect, axis: 'x' | 'y'): number {
  const length = axis === 'x' ? 'width' : 'height'
  return Math.max(0, to[axis] - (from[axis] + from[length]), from[axis] - (to[axis] + to[length]))
}

function aside(from: Rect, to: Rect, axis: 'x' | 'y'): number {
  return Math.abs(to[axis] - from[axis])
}

export const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The smallest rectangle about all of them; null of none. */
export function about(rects: Iterable<Rect>): Rect | null {
  let found: Rect | null = null
  for (const rect of rects) {
    if (found === null) {
      found = rect
      continue
    }
    const x = Math.min(found.x, rect.x)
    const y = Math.min(found.y, rect.y)
    found = {
      x,
      y,
      width: Math.max(found.x + found.width, rect.x + rect.width) - x,
      height: Math.max(found.y + found.height, rect.y + rect.height) - y,
    }
  }
  return found
}

import type { Bouwsteen } from '../domain/bouwsteen.ts'
import { type Arrangement, type PerTile, SIZES } from './arrange.ts'

export type Point = { x: number; y: number }
/** The joint between two tiles that touch, from one of its ends to the other. */
export type Joint = { between: readonly [Bouwsteen, Bouwsteen]; from: Point; to: Point }

/** Thinnest and thickest joint, at a unit of 1; the thickest still keeps clear of the notes. */
export const JOINT = { least: 6, most: 14 }
/** With so much cement a joint is halfway to its thickest: the first few tell most. */
const HALFWAY = 4

/** How thick a joint is drawn, by how much cement holds it. */
export const jointThickness = (strength: number): number =>
  JOINT.least + ((JOINT.most - JOINT.least) * strength) / (strength + HALFWAY)

/** Roundness of the pieces' corners. */
export const ROUNDING = 7
/** How far the upright joints lean. */
const LEAN = 2

/** The corners of the pieces. Between the rows the joints swing, so that the heart points up and down into what it touches. */
function corners({ cells, width, height, unit }: Arrangement) {
  const swing = SIZES.swing * unit
  const lean = LEAN * unit
  const { x: left, y: upper } = cells.opgave
  const right = left + cells.opgave.width
  const lower = upper + cells.opgave.height
  const above = cells['samen-doen'].x
  const below = cells.binding.x
  const at = (x: number, y: number): Point => ({ x, y })
  return {
    topLeft: at(0, 0),
    top: at(above + lean, 0),
    topRight: at(width, 0),
    upperLeft: at(0, upper - swing),
    upperRight: at(width, upper - swing),
    peak: at(above - lean, upper - swing),
    shoulderLeft: at(left + lean, upper + swing),
    shoulderRight: at(right - lean, upper + swing),
    hipLeft: at(left - lean, lower - swing),
    hipRight: at(right + lean, lower - swing),
    foot: at(below + lean, lower + swing),
    lowerLeft: at(0, lower + swing),
    lowerRight: at(width, lower + swing),
    bottomLeft: at(0, height),
    bottom: at(below - lean, height),
    bottomRight: at(width, height),
  }
}
type Corner = keyof ReturnType<typeof corners>

/** Each piece's corners clockwise, from the upper left one. */
const pieces: PerTile<readonly Corner[]> = {
  waarde: ['topLeft', 'top', 'peak', 'shoulderLeft', 'upperLeft'],
  'samen-doen': ['top', 'topRight', 'upperRight', 'shoulderRight', 'peak'],
  deelname: ['upperLeft', 'shoulderLeft', 'hipLeft', 'lowerLeft'],
  opgave: ['peak', 'shoulderRight', 'hipRight', 'foot', 'hipLeft', 'shoulderLeft'],
  organisatie: ['shoulderRight', 'upperRight', 'lowerRight', 'hipRight'],
  verankering: ['lowerLeft', 'hipLeft', 'foot', 'bottom', 'bottomLeft'],
  binding: ['foot', 'hipRight', 'lowerRight', 'bottomRight', 'bottom'],
}

const tiles = Object.keys(pieces) as Bouwsteen[]
const edges = (corners: readonly Corner[]): [Corner, Corner][] =>
  corners.map((from, index) => [from, corners[(index + 1) % corners.length] as Corner])

/** Who lies on the other side of each edge; absent at the rim. */
const neighbours = new Map(tiles.flatMap(tile => edges(pieces[tile]).map(([a, b]) => [`${b} ${a}`, tile])))

/** The twelve joints of the picture. */
export function jointsOf(arrangement: Arrangement): Joint[] {
  const points = corners(arrangement)
  return tiles.flatMap(tile =>
    edges(pieces[tile]).flatMap(([from, to]) => {
      const other = neighbours.get(`${from} ${to}`)
      // Each joint is an edge of two pieces; the one that comes first tells of it.
      if (other === undefined || tiles.indexOf(other) < tiles.indexOf(tile)) return []
      return [{ between: [tile, other] as const, from: points[from], to: points[to] }]
    }),
  )
}

/**
 * The outline of each piece, cut back by half of each joint about it and by its rounding, which a round stroke of twice that
 * width gives back. `thickness` of the joint between two tiles, at a unit of 1.
 */
export function outlines(
  arrangement: Arrangement,
  thickness: (one: Bouwsteen, other: Bouwsteen) => number,
): PerTile<Point[]> {
  const points = corners(arrangement)
  const cut = (tile: Bouwsteen): Point[] => {
    const sides = edges(pieces[tile]).map(([from, to]) => {
      const other = neighbours.get(`${from} ${to}`)
      const joint = other === undefined ? 0 : thickness(tile, other)
      return inward(points[from], points[to], (joint / 2 + ROUNDING) * arrangement.unit)
    })
    return sides.map((side, index) => crossing(sides.at(index - 1) as Line, side))
  }
  return Object.fromEntries(tiles.map(tile => [tile, cut(tile)])) as PerTile<Point[]>
}

type Line = { from: Point; to: Point }

/** A side of a clockwise piece, moved into it by `by`. */
function inward(from: Point, to: Point, by: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const dx = (-(to.y - from.y) / length) * by
  const dy = ((to.x - from.x) / length) * by
  return { from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x + dx, y: to.y + dy } }
}

/** Where two lines cross; sides that meet in a corner are never parallel. */
function crossing(one: Line, other: Line): Point {
  const ax = one.to.x - one.from.x
  const ay = one.to.y - one.from.y
  const bx = other.to.x - other.from.x
  const by = other.to.y - other.from.y
  const along = ((other.from.x - one.from.x) * by - (other.from.y - one.from.y) * bx) / (ax * by - ay * bx)
  return { x: one.from.x + along * ax, y: one.from.y + along * ay }
}

import type { Point } from '#lib/wall/outline.ts'

/** About the time from one word of somebody's place to the next, in ms: so nobody stands still in between. */
const GLIDE = 110

/** Places that are told now and then, and gone to evenly. Time is handed in, in ms. */
export class Gliding<Key> {
  /** `drawn`: where it was drawn last. */
  private readonly ways = new Map<Key, { from: Point; to: Point; since: number; drawn: Point | null }>()

  /** Goes on to a place from where it is by now; whoever comes in stands there at once. */
  aim(key: Key, to: Point, now: number): void {
    const way = this.ways.get(key)
    if (way?.to.x === to.x && way.to.y === to.y) return
    this.ways.set(key, { from: this.at(key, now) ?? to, to, since: now, drawn: way?.drawn ?? null })
  }

  leave(key: Key): void {
    this.ways.delete(key)
  }

  keys(): Key[] {
    return [...this.ways.keys()]
  }

  private at(key: Key, now: number): Point | null {
    const way = this.ways.get(key)
    if (!way) return null
    const { from, to, since } = way
    const part = Math.min(1, Math.max(0, (now - since) / GLIDE))
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
  }

  /** Where it is to be drawn now; null for what is neither drawn nor to be drawn where `isNear`: it may stay as it was drawn. */
  drawAt(key: Key, now: number, isNear: (at: Point) => boolean): Point | null {
    const [way, at] = [this.ways.get(key), this.at(key, now)]
    if (!way || !at || !(isNear(at) || way.drawn === null || isNear(way.drawn))) return null
    way.drawn = at
    return at
  }

  /** Whether anything is still on its way. */
  isMoving(now: number): boolean {
    return [...this.ways.values()].some(
      ({ from, to, since }) => now < since + GLIDE && (from.x !== to.x || from.y !== to.y),
    )
  }
}

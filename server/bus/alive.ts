/** How long, in ms, a node may be silent before it counts as gone; it tells that it is there several times meanwhile. */
const SILENT_MAX = 12_000
export const ALIVE_EVERY = 4000

/** Which other nodes are heard of. */
export class Alive {
  private readonly heardAt = new Map<string, number>()
  private readonly lost: (node: string) => void

  constructor(lost: (node: string) => void) {
    this.lost = lost
  }

  /** `now` in ms, as everywhere here. */
  heard(node: string, now: number): void {
    this.heardAt.set(node, now)
  }

  gone(node: string): void {
    if (this.heardAt.delete(node)) this.lost(node)
  }

  check(now: number): void {
    for (const [node, at] of this.heardAt) if (now - at > SILENT_MAX) this.gone(node)
  }
}

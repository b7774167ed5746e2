import type { Placed } from '#server/store/store.ts'
import type { Run } from './room-ports.ts'

/** What other nodes told that they wrote in a document's log, until its room takes it in. */
export class Elsewhere {
  private runs: Run[] = []
  private looks = false

  hear(run: Run): void {
    this.runs.push(run)
  }

  /** The log itself is to be looked in. */
  look(): void {
    this.looks = true
  }

  get waits(): boolean {
    return this.looks || this.runs.length > 0
  }

  /**
   * All that was told and joins on to what is known up to and with place `last` of this life, in its order. `look`: something is missing, or
   * isn't of this life, so that the log is to be looked in.
   */
  take(
    life: number,
    last: number,
  ): { updates: Placed[]; owners: (readonly [number, string])[]; look: boolean } {
    const runs = this.runs.toSorted((a, b) => (a.updates[0]?.place ?? 0) - (b.updates[0]?.place ?? 0))
    let look = this.looks
    this.runs = []
    this.looks = false
    const updates: Placed[] = []
    const owners: (readonly [number, string])[] = []
    let next = last + 1
    for (const run of runs) {
      if (run.life > life) look = true
      if (run.life !== life) continue
      for (const each of run.updates) {
        if (each.place > next) look = true
        if (each.place !== next) continue
        updates.push(each)
        next++
      }
      owners.push(...run.owners)
    }
    return { updates, owners: updates.length > 0 ? owners : [], look }
  }
}

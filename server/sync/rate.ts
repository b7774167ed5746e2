/** A leaky bucket: lets bursts through, and a steady stream up to its rate. Times are in ms. */
class Bucket {
  private readonly burst: number
  private readonly perSecond: number
  private left: number
  private since: number

  constructor(burst: number, perSecond: number, now: number) {
    this.burst = burst
    this.perSecond = perSecond
    this.left = burst
    this.since = now
  }

  /** Whether so many more may come in now; counts them when they may. */
  take(count: number, now: number): boolean {
    this.fill(now)
    if (this.left < count) return false
    this.left -= count
    return true
  }

  /** Counts what has happened already: afterwards one waits for longer. */
  spend(count: number, now: number): void {
    this.fill(now)
    this.left -= count
  }

  private fill(now: number): void {
    this.left = Math.min(this.burst, this.left + ((now - this.since) / 1000) * this.perSecond)
    this.since = now
  }
}

/** How many items Yjs may look at for one update more; finding a place among others' edits takes some hundreds. */
const STEPS_PER_UPDATE = 1000

/** Sockets that one person may have open: tabs, devices, and lines that died unnoticed. */
export const SOCKETS_MAX = 32

/**
 * What one person may have the server do. `updates`: that they send; typing by hand makes some ten a second. `bytes`: of updates; a
 * full set of notes is half a megabyte, typing some hundreds a second. `questions`: for a whole document or for all who are here, which
 * each new line asks once.
 */
export class Rate {
  private readonly updates: Bucket
  private readonly bytes: Bucket
  private readonly questions: Bucket
  private sockets = 0

  constructor(now: number) {
    this.updates = new Bucket(600, 100, now)
    this.bytes = new Bucket(2 * 1024 * 1024, 16 * 1024, now)
    this.questions = new Bucket(40, 2, now)
  }

  /** Whether one more update of this size may come in now. */
  takeUpdate(bytes: number, now: number): boolean {
    return this.updates.take(1, now) && this.bytes.take(bytes, now)
  }

  takeQuestion(now: number): boolean {
    return this.questions.take(1, now)
  }

  /** Whether one more socket may be opened; it counts until `leaveSocket`. */
  takeSocket(): boolean {
    if (this.sockets >= SOCKETS_MAX) return false
    this.sockets++
    return true
  }

  leaveSocket(): void {
    this.sockets--
  }

  /** Counts an update for which Yjs had to look at many items as many updates. */
  charge(steps: number, now: number): void {
    this.updates.spend(steps / STEPS_PER_UPDATE, now)
  }
}

/** A leaky bucket: lets bursts through, and a steady stream up to its rate. Times are in ms. */
export class Bucket {
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
    if (!this.holds(count, now)) return false
    this.left -= count
    return true
  }

  /** Whether so many more might come in now; counts nothing. */
  holds(count: number, now: number): boolean {
    this.fill(now)
    return this.left >= count
  }

  /** Counts what has happened already: afterwards one waits for longer. */
  spend(count: number, now: number): void {
    this.fill(now)
    this.left -= count
  }

  /** Whether nothing was counted for so long that it makes no difference any more. */
  full(now: number): boolean {
    this.fill(now)
    return this.left === this.burst
  }

  private fill(now: number): void {
    this.left = Math.min(this.burst, this.left + ((now - this.since) / 1000) * this.perSecond)
    this.since = now
  }
}

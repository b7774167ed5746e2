/** Updates that one person may send at once, and how many more come free a second; typing by hand makes some ten. */
const BURST = 600
const PER_SECOND = 100

/** A leaky bucket: lets bursts through, and a steady stream up to its rate. Times are in ms. */
export class Rate {
  private left = BURST
  private since: number

  constructor(now: number) {
    this.since = now
  }

  /** Whether one more may come in now. */
  take(now: number): boolean {
    this.left = Math.min(BURST, this.left + ((now - this.since) / 1000) * PER_SECOND)
    this.since = now
    if (this.left < 1) return false
    this.left--
    return true
  }
}

/** Of how many frames a second a percentile may be trusted is for the reader to judge, so the count goes along. */
export type Latency = { p50: number; p95: number; seen: number }

const AT = 0x40
const DIGITS = 10

/**
 * Times how long a mark takes from being sent to being read. A mark is ASCII, `@` and ten digits, so that it is found in the
 * bytes of any frame, merged or not, without decoding it.
 */
export class Probe {
  private readonly sent: number[] = []
  private times: number[] = []
  private measuring = false
  private first = 0
  private last = Number.POSITIVE_INFINITY

  /** A new mark, sent now. */
  mark(): string {
    this.sent.push(performance.now())
    return `@${String(this.sent.length - 1).padStart(DIGITS, '0')}`
  }

  /** Reads the marks in a frame. */
  read(frame: Buffer): void {
    if (!this.measuring) return
    const now = performance.now()
    for (let at = frame.indexOf(AT); at >= 0; at = frame.indexOf(AT, at + 1)) {
      const mark = Number(frame.toString('latin1', at + 1, at + 1 + DIGITS))
      if (mark >= this.first && mark <= this.last) this.times.push(now - (this.sent[mark] ?? now))
    }
  }

  /** Counts from now: marks sent before are left out. */
  start(): void {
    this.first = this.sent.length
    this.measuring = true
  }

  /** Marks sent from now on are left out; those before may still come. Gives how many were sent since `start`. */
  lastCall(): number {
    this.last = this.sent.length - 1
    return this.sent.length - this.first
  }

  stop(): Latency {
    this.measuring = false
    const sorted = Float64Array.from(this.times).sort()
    this.times = []
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return { p50: at(0.5), p95: at(0.95), seen: sorted.length }
  }
}

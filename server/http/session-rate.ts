import { Bucket } from '#server/bucket.ts'

const HOUR = 60 * 60
/** Which part of an hour's sessions one address may begin: a whole office shares one, and none uses up what is there for all. */
const OF_ONE_ADDRESS = 1 / 2
/** Above so many addresses those that have been quiet are forgotten. */
const ADDRESSES_MAX = 10_000

/** How many sessions are begun here: `perHour` by all together, and half as many from one address. */
export class SessionRate {
  private readonly perHour: number
  private readonly all: Bucket
  private readonly buckets = new Map<string, Bucket>()

  constructor(perHour: number, now: number) {
    this.perHour = perHour
    this.all = new Bucket(perHour, perHour / HOUR, now)
  }

  /** Whether one more may be begun from this address; `now` in ms. */
  take(address: string, now: number): boolean {
    if (!this.all.holds(1, now)) return false
    if (this.buckets.size >= ADDRESSES_MAX) this.forgetQuiet(now)
    const most = Math.max(1, Math.floor(this.perHour * OF_ONE_ADDRESS))
    const bucket = this.buckets.get(address) ?? new Bucket(most, most / HOUR, now)
    this.buckets.set(address, bucket)
    return bucket.take(1, now) && this.all.take(1, now)
  }

  private forgetQuiet(now: number): void {
    for (const [address, bucket] of this.buckets) if (bucket.full(now)) this.buckets.delete(address)
  }
}

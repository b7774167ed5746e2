import { Bucket } from '#server/bucket.ts'

/** Above so many people those who have been quiet are forgotten. */
const PEOPLE_MAX = 10_000

/** How often each person has something done that others wait for. */
export class PersonRate {
  private readonly atOnce: number
  private readonly aSecond: number
  private readonly buckets = new Map<string, Bucket>()

  /** So many at once, and then so many a second. */
  constructor(atOnce: number, aSecond: number) {
    this.atOnce = atOnce
    this.aSecond = aSecond
  }

  /** Whether this person may have it done once more now; `now` in ms. */
  take(participant: string, now: number): boolean {
    if (this.buckets.size >= PEOPLE_MAX) this.forgetQuiet(now)
    const bucket = this.buckets.get(participant) ?? new Bucket(this.atOnce, this.aSecond, now)
    this.buckets.set(participant, bucket)
    return bucket.take(1, now)
  }

  private forgetQuiet(now: number): void {
    for (const [participant, bucket] of this.buckets) if (bucket.full(now)) this.buckets.delete(participant)
  }
}

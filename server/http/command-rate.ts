import { Bucket } from '#server/bucket.ts'

/** Commands that one person may give at once, and then a second: who leads gives some dozens in a hurry. */
const AT_ONCE = 120
const A_SECOND = 4
/** Above so many people those who have been quiet are forgotten. */
const PEOPLE_MAX = 10_000

/** How fast each person gives commands: each is a transaction that the others wait for. */
export class CommandRate {
  private readonly buckets = new Map<string, Bucket>()

  /** Whether this person may give one more now; `now` in ms. */
  take(participant: string, now: number): boolean {
    if (this.buckets.size >= PEOPLE_MAX) this.forgetQuiet(now)
    const bucket = this.buckets.get(participant) ?? new Bucket(AT_ONCE, A_SECOND, now)
    this.buckets.set(participant, bucket)
    return bucket.take(1, now)
  }

  private forgetQuiet(now: number): void {
    for (const [participant, bucket] of this.buckets) if (bucket.full(now)) this.buckets.delete(participant)
  }
}

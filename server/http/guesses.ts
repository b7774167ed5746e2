import type { Context, Hono } from 'hono'
import { Bucket } from '#server/bucket.ts'
import { askedFrom } from './address.ts'
import { problem } from './problem.ts'

/** Where a code or the secret of a link is shown. */
const doors = ['/join', '/join/look', '/sessions/:session/lead', '/sign/:token', '/sign/:token/opened']
/** What one gets for a code or link that opens nothing. */
const misses: readonly number[] = [403, 404]
/** Misses that one address has at once, and then a second. Those alone count: a whole hall comes in by one address. */
const AT_ONCE = 60
const A_SECOND = 1 / 2
/** Above so many addresses those that have been quiet are forgotten. */
const ADDRESSES_MAX = 10_000

/** Has codes and links tried so often from one address and no more for a while, whatever is shown then. */
export function boundGuesses(app: Hono): void {
  const buckets = new Map<string, Bucket>()
  const bucketOf = (context: Context, now: number): Bucket => {
    const address = askedFrom(context)
    if (buckets.size >= ADDRESSES_MAX)
      for (const [quiet, bucket] of buckets) if (bucket.full(now)) buckets.delete(quiet)
    const bucket = buckets.get(address) ?? new Bucket(AT_ONCE, A_SECOND, now)
    buckets.set(address, bucket)
    return bucket
  }
  for (const door of doors)
    app.use(door, async (context, next) => {
      const bucket = bucketOf(context, performance.now())
      if (!bucket.holds(1, performance.now())) return problem('too-busy')
      await next()
      if (misses.includes(context.res.status)) bucket.spend(1, performance.now())
    })
}

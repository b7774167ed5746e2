import { z } from 'zod'
import { ballotSchema, REASON_MAX } from './ballot.ts'
import { standingsOf } from './ballot-answer.ts'
import { type Outcome, shareSchema } from './ballot-rules.ts'
import { idSchema } from './id.ts'
import type { Tally } from './tally.ts'

const count = z.int().min(0)
const countsSchema = z.partialRecord(z.enum([...new Set(Object.values(standingsOf).flat())]), count)
const reasonSchema = z.strictObject({
  value: z.enum([...new Set(Object.values(standingsOf).flat())]),
  reason: z.string().max(REASON_MAX),
  partner: idSchema.nullable(),
})

const tallySchema = z.strictObject({
  voters: count,
  partners: count,
  options: z.array(
    z.strictObject({
      proposal: idSchema,
      people: count,
      partners: count,
      dots: count,
      values: countsSchema,
      partnerValues: countsSchema,
      sided: z.strictObject({ people: count, partners: count }),
      reasons: z.array(reasonSchema),
    }),
  ),
  byHand: count,
  casters: z.array(z.strictObject({ voter: idSchema, by: idSchema, way: z.enum(['own', 'proxy']) })),
}) satisfies z.ZodType<Tally>

const ruledSchema = z.strictObject({
  quorum: z
    .strictObject({ share: shareSchema, voted: count, of: count, least: count, reached: z.boolean() })
    .nullable(),
  options: z
    .array(
      z.strictObject({
        proposal: idSchema,
        inFavour: count,
        of: count,
        least: count.nullable(),
        objections: count,
        reached: z.boolean(),
      }),
    )
    .nullable(),
}) satisfies z.ZodType<Outcome>

/**
 * What came of a vote, as everybody saw it at the reveal; what any person chose is nowhere in it. `tally` is null of an anonymous ballot in
 * which too few voted, `outcome` then too.
 */
const ballotResultSchema = z.strictObject({
  turnout: z.strictObject({ voters: count, partners: count }),
  entitled: z.strictObject({ people: count, partners: count }),
  tally: tallySchema.nullable(),
  outcome: ruledSchema.nullable(),
})
export type BallotResult = z.infer<typeof ballotResultSchema>

/** A vote that was revealed, with what came of it. */
export const ballotOutcomeSchema = ballotResultSchema.extend({ ballot: ballotSchema })
export type BallotOutcome = z.infer<typeof ballotOutcomeSchema>

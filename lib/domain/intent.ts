import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'

export const INTENT_REASON_MAX = 400

/**
 * What somebody in the room lets the others know for their partner: that it means to sign, or not yet, with what is still in the way. It
 * binds nobody: the signature does, by who may give it. `by` is that person, `at` when they last said so.
 */
export const intentSchema = z.strictObject({
  partner: idSchema,
  intends: z.boolean(),
  reason: z.string().trim().max(INTENT_REASON_MAX),
  by: idSchema,
  at: instantSchema,
})
export type Intent = z.infer<typeof intentSchema>

/** Who says "not yet" says why. */
export const intentRefusal = ({
  intends,
  reason,
}: Pick<Intent, 'intends' | 'reason'>): 'reason-missing' | null =>
  intends || reason !== '' ? null : 'reason-missing'

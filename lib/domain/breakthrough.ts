import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'

export const BREAKTHROUGH_TEXT_MAX = 600
/** Most entries of the breakthrough round that one person may make, those in the bin counted. */
export const BREAKTHROUGHS_PER_PERSON_MAX = 100

/**
 * What the breakthrough round asks of a partner (`of`): what holds it back most, and what it does about that itself. One a partner is
 * meant; where two people begin one at the same moment both are kept.
 */
export const breakthroughSchema = z.strictObject({
  id: idSchema,
  of: idSchema,
  obstacle: z.string().max(BREAKTHROUGH_TEXT_MAX),
  contribution: z.string().max(BREAKTHROUGH_TEXT_MAX),
  author: idSchema,
  partner: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Breakthrough = z.infer<typeof breakthroughSchema>

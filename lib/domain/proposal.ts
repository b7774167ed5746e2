import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'
import { noteOrderSchema } from './note.ts'

export const PROPOSAL_TEXT_MAX = 2000
/** Most proposals that one person may put forward, those in the bin counted. */
export const PROPOSALS_PER_PERSON_MAX = 300

/** A candidate definition of the opgave, co-written until a ballot fixes its text. */
export const proposalSchema = z.strictObject({
  id: idSchema,
  text: z.string().max(PROPOSAL_TEXT_MAX),
  order: noteOrderSchema,
  author: idSchema,
  partner: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Proposal = z.infer<typeof proposalSchema>

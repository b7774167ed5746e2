import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'
import { noteOrderSchema } from './note.ts'

export const RESULT_WHAT_MAX = 400
export const RESULT_WHEN_MAX = 120
/** Most results that one person may put down, those in the bin counted. */
export const RESULTS_PER_PERSON_MAX = 100

/** One of the first tangible results: what can be seen, which partner leads (null: nobody yet), and when, in people's own words. */
export const tangibleResultSchema = z.strictObject({
  id: idSchema,
  what: z.string().max(RESULT_WHAT_MAX),
  when: z.string().max(RESULT_WHEN_MAX),
  lead: idSchema.nullable(),
  order: noteOrderSchema,
  author: idSchema,
  partner: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type TangibleResult = z.infer<typeof tangibleResultSchema>

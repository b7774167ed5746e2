import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'
import { noteOrderSchema } from './note.ts'

export const LINE_TITLE_MAX = 120

/** A line (lijn): a named cluster of notes; the notes point at it. */
export const lineSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(LINE_TITLE_MAX),
  order: noteOrderSchema,
  author: idSchema,
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Line = z.infer<typeof lineSchema>

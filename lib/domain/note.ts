import { z } from 'zod'
import { bouwsteenSchema } from './bouwsteen.ts'
import { idSchema, instantSchema } from './id.ts'

/** Most characters (UTF-16 code units, as Yjs counts) that one note may hold. */
export const NOTE_TEXT_MAX = 2000

/** Most notes that one person may bring to a board, those in the bin counted: more than a day of writing, less than a script's. */
export const NOTES_PER_PERSON_MAX = 300

export const noteOrderSchema = z.number().min(-1e12).max(1e12)

/**
 * A sticky note. `deletedAt` marks it as in the bin: deletion is a field, so that restoring is an ordinary edit. `author` null: it
 * was laid down without a name, as was promised; then `partner` is null as well.
 */
export const noteSchema = z.strictObject({
  id: idSchema,
  bouwsteen: bouwsteenSchema,
  order: noteOrderSchema,
  text: z.string().max(NOTE_TEXT_MAX),
  author: idSchema.nullable(),
  partner: idSchema.nullable(),
  line: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Note = z.infer<typeof noteSchema>

import { z } from 'zod'
import { hashSchema, instantSchema } from './id.ts'

/**
 * What a session is that was brought back from its file, to be read: since when it is here, by whose certificate the file was sealed (SHA-256 of
 * it), and whether that is this installation's own.
 */
export const archiveSchema = z.strictObject({
  broughtAt: instantSchema,
  sealedBy: hashSchema,
  ours: z.boolean(),
})
export type Archive = z.infer<typeof archiveSchema>

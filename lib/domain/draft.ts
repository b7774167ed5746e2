import { z } from 'zod'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { legibleLine } from './legible-line.ts'
import { blockSchema } from './statement.ts'

export const DRAFT_NAME_MAX = 80
/** From so many versions on none is kept by name; as many again may be kept of themselves. */
export const DRAFTS_MAX = 100

export const draftNameSchema = legibleLine(DRAFT_NAME_MAX)

/** Why a version of the draft was kept: as the board gave it, by who leads, or of itself, before another was put back. */
export const draftCauses = ['composed', 'kept', 'before-restore'] as const

/** The statement's draft as it read at a moment; its canonical form is what is stored under its hash. */
export const draftSchema = z.strictObject({
  format: z.literal('mozaiekbord-draft/1'),
  session: idSchema,
  name: z.string().max(DRAFT_NAME_MAX),
  cause: z.enum(draftCauses),
  by: idSchema,
  at: instantSchema,
  body: z.array(blockSchema),
})
export type Draft = z.infer<typeof draftSchema>

/** What is known of a version without its text. */
export const draftVersionSchema = draftSchema
  .pick({ name: true, cause: true, by: true, at: true })
  .extend({ hash: hashSchema })
export type DraftVersion = z.infer<typeof draftVersionSchema>

import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'

/** Most characters of one text, of all texts of one person together, and most texts of one person: what a day of writing makes. */
export const HANDED_TEXT_MAX = 10_000
export const HANDED_CHARACTERS_MAX = 200_000
export const HANDED_PER_PERSON_MAX = 300
/** Most that are shown at once; the next come when these are dealt with. */
export const HANDED_SHOWN_MAX = 50
/** Most that are handed over at once. */
export const HANDED_AT_ONCE_MAX = 50

/**
 * A text that a document did not take, because a freeze or a phase overtook it, and that its writer gave to the facilitator.
 * `writtenAt` is by the writer's own clock.
 */
export const handedTextSchema = z.strictObject({
  id: idSchema,
  participant: idSchema,
  text: z.string().min(1).max(HANDED_TEXT_MAX),
  writtenAt: instantSchema,
  handedAt: instantSchema,
  handledAt: instantSchema.nullable(),
})
export type HandedText = z.infer<typeof handedTextSchema>

/** Whether one person may hand over these as well, beside what they handed over before. */
export function mayHandOver(
  before: readonly Pick<HandedText, 'text'>[],
  more: readonly Pick<HandedText, 'text'>[],
): boolean {
  const all = [...before, ...more]
  const characters = all.reduce((sum, { text }) => sum + text.length, 0)
  return all.length <= HANDED_PER_PERSON_MAX && characters <= HANDED_CHARACTERS_MAX
}

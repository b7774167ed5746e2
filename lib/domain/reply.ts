import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'

export const REPLY_TEXT_MAX = 300
/** Most replies that one person may write, those in the bin counted. */
export const REPLIES_PER_PERSON_MAX = 300

/** A short reply to a note: enriches it and leaves its words as they are. */
export const replySchema = z.strictObject({
  id: idSchema,
  note: idSchema,
  text: z.string().max(REPLY_TEXT_MAX),
  author: idSchema,
  partner: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Reply = z.infer<typeof replySchema>

/** The replies that stand, by the note that they answer, in their order. */
export function repliesByNote(replies: readonly Reply[]): Map<string, Reply[]> {
  const byNote = new Map<string, Reply[]>()
  for (const reply of replies) {
    if (reply.deletedAt !== null) continue
    const others = byNote.get(reply.note)
    if (others) others.push(reply)
    else byNote.set(reply.note, [reply])
  }
  return byNote
}

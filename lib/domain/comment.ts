import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'
import { legibleLines } from './legible.ts'

/** Most characters of one comment, and of the words of the passage that is quoted with it. */
export const COMMENT_MAX = 1000
export const QUOTE_MAX = 200
/** Most comments in one session. */
export const COMMENTS_MAX = 1000

/**
 * Where a thread hangs: `anchor` is a Yjs relative position within the passage (base64url), which goes along with it while people write;
 * `quote` is how the passage began, for when that is gone.
 */
export const anchorSchema = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/)

/** A remark about a passage, or an answer to one: then `thread` is the id of the first. Only a first one hangs somewhere, and is settled. */
export const commentSchema = z.strictObject({
  id: idSchema,
  thread: idSchema,
  on: z.strictObject({ anchor: anchorSchema, quote: z.string().max(QUOTE_MAX) }).nullable(),
  text: z.string().transform(legibleLines).pipe(z.string().min(1).max(COMMENT_MAX)),
  by: idSchema,
  at: instantSchema,
  settled: z.strictObject({ by: idSchema, at: instantSchema }).nullable(),
})
export type Comment = z.infer<typeof commentSchema>

/** A thread: its first comment and what was answered, in the order in which they came. */
export type Thread = { first: Comment; answers: Comment[] }
export function threadsOf(comments: readonly Comment[]): Thread[] {
  return comments.flatMap(first =>
    first.id === first.thread
      ? [{ first, answers: comments.filter(({ id, thread }) => thread === first.id && id !== thread) }]
      : [],
  )
}

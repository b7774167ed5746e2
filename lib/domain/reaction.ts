import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'

/** Most reactions that one person may give, those taken back counted: three kinds on every note of a full board would be more. */
export const REACTIONS_PER_PERSON_MAX = 1000

/** What one may say of a note without a word: I know this, I have a question, something is missing here. */
export const reactionKinds = ['herken-ik', 'vraag', 'mist-iets'] as const
export const reactionKindSchema = z.enum(reactionKinds)
export type ReactionKind = z.infer<typeof reactionKindSchema>

/** One person's reaction to a note; `deletedAt` marks it as taken back. */
export const reactionSchema = z.strictObject({
  id: idSchema,
  note: idSchema,
  kind: reactionKindSchema,
  author: idSchema,
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Reaction = z.infer<typeof reactionSchema>

const keyOf = ({ note, kind, author }: Reaction): string => `${note} ${kind} ${author}`

/**
 * The reactions that stand, one for each person, kind and note: somebody with two tabs, or offline, may have given the same one
 * twice, and the first of them stands for both.
 */
export function standingReactions(reactions: readonly Reaction[]): Reaction[] {
  const found = new Map<string, Reaction>()
  for (const reaction of reactions)
    if (reaction.deletedAt === null && !found.has(keyOf(reaction))) found.set(keyOf(reaction), reaction)
  return [...found.values()]
}

/** How often a kind was given to a note, by whom, and whether by `me`. */
export type ReactionCount = { count: number; people: string[]; mine: boolean }
export type ReactionCounts = Record<ReactionKind, ReactionCount>

/** Counts the standing reactions by note; a note without any has no entry. */
export function countReactions(
  reactions: readonly Reaction[],
  me: string | null,
): Map<string, ReactionCounts> {
  const counts = new Map<string, ReactionCounts>()
  for (const { note, kind, author } of standingReactions(reactions)) {
    const known = counts.get(note) ?? noReactions()
    counts.set(note, known)
    known[kind].count += 1
    known[kind].people.push(author)
    if (author === me) known[kind].mine = true
  }
  return counts
}

export function noReactions(): ReactionCounts {
  const none = (): ReactionCount => ({ count: 0, people: [], mine: false })
  return { 'herken-ik': none(), vraag: none(), 'mist-iets': none() }
}

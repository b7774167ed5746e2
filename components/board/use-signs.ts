import { useCallback, useMemo } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import type { Board } from '#lib/documents/board.ts'
import { countReactions, noReactions, type ReactionCounts } from '#lib/domain/reaction.ts'
import { repliesByNote } from '#lib/domain/reply.ts'

/** What others say of a note without changing it. */
export type Signs = { reactions: ReactionCounts; replies: number }

type Said = Pick<Board, 'reactions' | 'replies'>

/** The signs of each note that has any; the same object as `before` for a note of which nothing new was said. */
export function signsOf(
  { reactions, replies }: Said,
  me: string | null,
  before: ReadonlyMap<string, Signs>,
): Map<string, Signs> {
  const counts = countReactions(reactions, me)
  const answers = repliesByNote(replies)
  const found = new Map<string, Signs>()
  for (const note of new Set([...counts.keys(), ...answers.keys()])) {
    const signs = {
      reactions: counts.get(note) ?? noReactions(),
      replies: answers.get(note)?.length ?? 0,
    }
    const was = before.get(note)
    found.set(note, was && JSON.stringify(was) === JSON.stringify(signs) ? was : signs)
  }
  return found
}

type Latest = Said & { me: string | null; signs: ReadonlyMap<string, Signs> }
/** Many lists of notes ask for the same: it is counted once for all of them. */
let latest: Latest = { reactions: [], replies: [], me: null, signs: new Map() }

/** Gives each note its signs, the same object as long as they are the same; null for a note without any. */
export function useSigns(): (note: string) => Signs | null {
  const { reactions, replies } = useBoard()
  const me = useSessionView()?.me.id ?? null
  const signs = useMemo(() => {
    if (latest.reactions !== reactions || latest.replies !== replies || latest.me !== me)
      latest = { reactions, replies, me, signs: signsOf({ reactions, replies }, me, latest.signs) }
    return latest.signs
  }, [reactions, replies, me])
  return useCallback(note => signs.get(note) ?? null, [signs])
}

import { useCallback, useMemo } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import type { Board } from '#lib/documents/board.ts'
import { cementByNote } from '#lib/domain/cement.ts'
import { countReactions, noReactions, type ReactionCounts } from '#lib/domain/reaction.ts'
import { repliesByNote } from '#lib/domain/reply.ts'

/** What others say of a note without changing it; `cement` counts what ties it to notes of other bouwstenen. */
export type Signs = { reactions: ReactionCounts; replies: number; cement: number }

type Said = Pick<Board, 'reactions' | 'replies'> & { cement: ReadonlyMap<string, number> }

/** The signs of each note that has any; the same object as `before` for a note of which nothing new was said. */
export function signsOf(
  { reactions, replies, cement }: Said,
  me: string | null,
  before: ReadonlyMap<string, Signs>,
): Map<string, Signs> {
  const counts = countReactions(reactions, me)
  const answers = repliesByNote(replies)
  const found = new Map<string, Signs>()
  for (const note of new Set([...counts.keys(), ...answers.keys(), ...cement.keys()])) {
    const signs = {
      reactions: counts.get(note) ?? noReactions(),
      replies: answers.get(note)?.length ?? 0,
      cement: cement.get(note) ?? 0,
    }
    const was = before.get(note)
    found.set(note, was && JSON.stringify(was) === JSON.stringify(signs) ? was : signs)
  }
  return found
}

type Latest = Said & { me: string | null; signs: ReadonlyMap<string, Signs> }
/** Many lists of notes ask for the same: it is counted once for all of them. */
let latest: Latest = { reactions: [], replies: [], cement: new Map(), me: null, signs: new Map() }

/** Gives each note its signs, the same object as long as they are the same; null for a note without any. */
export function useSigns(): (note: string) => Signs | null {
  const { reactions, replies } = useBoard()
  const cement = useCementCounts()
  const me = useSessionView()?.me.id ?? null
  const signs = useMemo(() => {
    if (
      latest.reactions !== reactions ||
      latest.replies !== replies ||
      latest.cement !== cement ||
      latest.me !== me
    ) {
      const said = { reactions, replies, cement }
      latest = { ...said, me, signs: signsOf(said, me, latest.signs) }
    }
    return latest.signs
  }, [reactions, replies, cement, me])
  return useCallback(note => signs.get(note) ?? null, [signs])
}

type Tied = Pick<Board, 'notes' | 'cement'>
let counted: Tied & { counts: ReadonlyMap<string, number> } = { notes: [], cement: [], counts: new Map() }

/** How much cement each note has; the same object while nobody makes or moves any, however much is typed in the notes. */
export function useCementCounts(): ReadonlyMap<string, number> {
  const { notes, cement } = useBoard()
  return useMemo(() => {
    if (counted.notes !== notes || counted.cement !== cement) {
      const counts = new Map([...cementByNote(notes, cement)].map(([note, held]) => [note, held.length]))
      const same =
        counts.size === counted.counts.size &&
        [...counts].every(([note, n]) => counted.counts.get(note) === n)
      counted = { notes, cement, counts: same ? counted.counts : counts }
    }
    return counted.counts
  }, [notes, cement])
}

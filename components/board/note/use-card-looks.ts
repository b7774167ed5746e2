import { useCallback } from 'react'
import type { Note } from '#lib/domain/note.ts'
import type { Paper } from './colours.ts'
import { usePapers } from './use-papers.ts'
import { type Signs, useSigns } from './use-signs.ts'
import { useWriters, type Writer } from './writers.ts'

/** What a card shows of a note beside its text: who wrote it, on which paper, and what others say of it. */
export type CardLooks = { writer: Writer; paper: Paper; signs: Signs | null }

/** Gives each note its looks; what did not change in them stays the same object, so that its card is not drawn again. */
export function useCardLooks(): (note: Note) => CardLooks {
  const writers = useWriters()
  const papers = usePapers()
  const signs = useSigns()
  return useCallback(
    note => ({ writer: writers(note.author, note.partner), paper: papers(note), signs: signs(note.id) }),
    [writers, papers, signs],
  )
}

import { useCallback, useMemo } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import type { Note } from '#lib/domain/note.ts'
import { type Colouring, colourings, type Paper, paperOf } from './colours.ts'

/** What the colour of notes tells on this device, and how to choose otherwise. */
export function useColouring(): [Colouring, (by: Colouring) => void] {
  const [chosen, choose] = useChoice('note-colours', colourings)
  return [chosen ?? 'bouwsteen', choose]
}

/** Gives each note its colours, the same object for the same colours. */
export function usePapers(): (note: Pick<Note, 'bouwsteen' | 'partner' | 'author'>) => Paper {
  const [by] = useColouring()
  const view = useSessionView()
  const ranks = useMemo(() => {
    const rank = (list: readonly { id: string }[] = []) => new Map(list.map(({ id }, index) => [id, index]))
    return { partners: rank(view?.partners), people: rank(view?.roster) }
  }, [view?.partners, view?.roster])
  return useCallback(note => paperOf(note, by, ranks), [by, ranks])
}

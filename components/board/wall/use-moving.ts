'use client'
import { useCallback } from 'react'
import { useBoardActions, useCan } from '#components/live/board.tsx'
import type { Note } from '#lib/domain/note.ts'
import type { Slot } from '#lib/wall/spatial.ts'
import { notesOn, ordersBefore } from '../note/note-order.ts'

/** Lays notes where they were let go of, as one edit. Null while this person may not. */
export function useMoving(notes: readonly Note[]): ((ids: readonly string[], slot: Slot) => void) | null {
  const actions = useBoardActions()
  const may = useCan()({ type: 'moveNote' }) === null
  const move = useCallback(
    (ids: readonly string[], { bouwsteen, index }: Slot) => {
      const carried = new Set(ids)
      const next = notesOn(notes, bouwsteen).slice(index)
      const before = next.find(note => !carried.has(note.id))?.id ?? null
      const moves = ordersBefore(notes, bouwsteen, ids, before)
      if (moves.length > 0) actions?.moveNotes(moves.map(each => ({ ...each, bouwsteen })))
    },
    [actions, notes],
  )
  return may && actions ? move : null
}

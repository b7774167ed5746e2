'use client'
import { useCallback } from 'react'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { orderBefore } from '../note/note-order.ts'

/** Lays a note on a tile, before another one of it (null: last). Null while this person may not. */
export function useMoveNote(): ((id: string, to: Bouwsteen, before: string | null) => void) | null {
  const { notes } = useBoard()
  const actions = useBoardActions()
  const may = useCan()({ type: 'moveNote' }) === null
  const move = useCallback(
    (id: string, to: Bouwsteen, before: string | null) =>
      actions?.moveNote(id, { bouwsteen: to, order: orderBefore(notes, to, id, before) }),
    [actions, notes],
  )
  return may && actions ? move : null
}

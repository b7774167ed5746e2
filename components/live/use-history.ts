'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Did, NotDone, Way } from '#lib/documents/undo.ts'
import type { can } from '#lib/domain/permissions.ts'
import { type Result, refused } from '#lib/result.ts'
import { useCan } from './board.tsx'
import { openBoard } from './open-board.ts'
import { useDoc } from './session.tsx'

type Reason = NonNullable<ReturnType<typeof can>> | 'frozen'
/** What was taken back or done again, for who announces it (`lib/i18n/history.ts`), or why it was not. */
export type Outcome = Result<Did, NotDone<Reason>>

const never = () => () => {}
const none = { canUndo: false, canRedo: false }
const nothing = () => none

/** One's own steps on this board: taken back and done again one by one, as far as one may now. */
export function useHistory(): {
  undo: () => Outcome
  redo: () => Outcome
  /** What either would do now; null: nothing. */
  next: (way: Way) => Did | null
  canUndo: boolean
  canRedo: boolean
} {
  const doc = useDoc()
  const may = useCan()
  const history = doc ? openBoard(doc).history : null
  const { canUndo, canRedo } = useSyncExternalStore(
    history?.subscribe ?? never,
    history?.read ?? nothing,
    nothing,
  )
  const undo = useCallback((): Outcome => history?.undo(may) ?? refused('nothing'), [history, may])
  const redo = useCallback((): Outcome => history?.redo(may) ?? refused('nothing'), [history, may])
  const next = useCallback((way: Way) => history?.next(way) ?? null, [history])
  return useMemo(() => ({ undo, redo, next, canUndo, canRedo }), [undo, redo, next, canUndo, canRedo])
}

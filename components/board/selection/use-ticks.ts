import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Note } from '#lib/domain/note.ts'
import { rangeTo } from './range.ts'
import { selection, useSelected } from './selection.ts'

/** Ticking stays the same function all along: a thousand rows are not drawn again for one tick. */
export type Ticks = {
  ids: ReadonlySet<string>
  /** Ticks or unticks a note; with `range` all from the note that was ticked last. */
  tick: (id: string, range: boolean) => void
  /** Ticks all of these, or unticks them when all of them are. */
  tickAll: (ids: readonly string[]) => void
  clear: () => void
}

/** These notes ticked, or unticked. */
function set(ticked: ReadonlySet<string>, ids: readonly string[], on: boolean): Set<string> {
  const next = new Set(ticked)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return next
}

/**
 * Which notes are ticked: those that are chosen, in whichever view that was done. `seen`: the notes as they stand in the list. One
 * that was thrown away is ticked no more.
 */
export function useTicks(notes: readonly Note[], seen: readonly Note[]): Ticks {
  const chosen = useSelected()
  const latest = useRef(seen)
  const last = useRef<string | null>(null)
  useEffect(() => {
    latest.current = seen
  })
  const ids = useMemo(() => {
    if (chosen.size === 0) return chosen
    const lying = notes.filter(note => note.deletedAt === null && chosen.has(note.id))
    return new Set(lying.map(note => note.id))
  }, [notes, chosen])
  const tick = useCallback((id: string, range: boolean) => {
    const some = range ? rangeTo(latest.current, last.current, id) : [id]
    selection.set(set(selection.read(), some, !selection.has(id)))
    last.current = id
  }, [])
  const tickAll = useCallback((some: readonly string[]) => {
    selection.set(set(selection.read(), some, !some.every(id => selection.has(id))))
  }, [])
  const clear = useCallback(() => selection.clear(), [])
  return { ids, tick, tickAll, clear }
}

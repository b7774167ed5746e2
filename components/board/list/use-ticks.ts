import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Note } from '#lib/domain/note.ts'
import { rangeTo } from './groups.ts'

/** Ticking stays the same function all along: a thousand rows are not drawn again for one tick. */
export type Ticks = {
  ids: ReadonlySet<string>
  /** Ticks or unticks a note; with `range` all from the note that was ticked last. */
  tick: (id: string, range: boolean) => void
  /** Ticks all of these, or unticks them when all of them are. */
  tickAll: (ids: readonly string[]) => void
  clear: () => void
}

type State = { ticked: ReadonlySet<string>; last: string | null }
const none: State = { ticked: new Set(), last: null }

/** These notes ticked, or unticked. */
function set(ticked: ReadonlySet<string>, ids: readonly string[], on: boolean): Set<string> {
  const next = new Set(ticked)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return next
}

/** Which notes are ticked. `seen`: the notes as they stand in the list. One that was thrown away is ticked no more. */
export function useTicks(notes: readonly Note[], seen: readonly Note[]): Ticks {
  const [{ ticked }, setState] = useState(none)
  const latest = useRef(seen)
  useEffect(() => {
    latest.current = seen
  })
  const ids = useMemo(() => {
    if (ticked.size === 0) return ticked
    const lying = notes.filter(note => note.deletedAt === null && ticked.has(note.id))
    return new Set(lying.map(note => note.id))
  }, [notes, ticked])
  const tick = useCallback((id: string, range: boolean) => {
    setState(({ ticked, last }) => {
      const ids = range ? rangeTo(latest.current, last, id) : [id]
      return { ticked: set(ticked, ids, !ticked.has(id)), last: id }
    })
  }, [])
  const tickAll = useCallback((some: readonly string[]) => {
    setState(({ ticked, last }) => ({
      ticked: set(ticked, some, !some.every(id => ticked.has(id))),
      last,
    }))
  }, [])
  const clear = useCallback(() => setState(none), [])
  return { ids, tick, tickAll, clear }
}

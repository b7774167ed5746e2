import { useCallback, useMemo, useState } from 'react'
import type { Note } from '#lib/domain/note.ts'
import { rangeTo } from './groups.ts'

export type Ticks = {
  ids: ReadonlySet<string>
  /** Ticks or unticks a note; with `range` all from the note that was ticked last. */
  tick: (id: string, range: boolean) => void
  /** Ticks all of these, or unticks them when all of them are. */
  tickAll: (ids: readonly string[]) => void
  clear: () => void
}

/** Which notes are ticked. `seen`: the notes as they stand in the list. One that was thrown away is ticked no more. */
export function useTicks(notes: readonly Note[], seen: readonly Note[]): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  const ids = useMemo(() => {
    if (ticked.size === 0) return ticked
    const lying = notes.filter(note => note.deletedAt === null && ticked.has(note.id))
    return new Set(lying.map(note => note.id))
  }, [notes, ticked])
  const set = useCallback(
    (some: readonly string[], on: boolean) =>
      setTicked(now => {
        const next = new Set(now)
        for (const id of some)
          if (on) next.add(id)
          else next.delete(id)
        return next
      }),
    [],
  )
  const tick = useCallback(
    (id: string, range: boolean) => {
      set(range ? rangeTo(seen, last, id) : [id], !ids.has(id))
      setLast(id)
    },
    [ids, last, seen, set],
  )
  const tickAll = useCallback(
    (some: readonly string[]) => set(some, !some.every(id => ids.has(id))),
    [ids, set],
  )
  const clear = useCallback(() => setTicked(new Set()), [])
  return { ids, tick, tickAll, clear }
}

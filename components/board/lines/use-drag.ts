import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { followPointer } from '../moving/follow-pointer.ts'

/** Where what is dragged may be laid: a line's id, or `none` for the pile of what has none. */
export const NO_LINE = 'none'

/** What is being dragged, and over which line it is; null: over none. */
export type Carried = { notes: readonly string[]; over: string | null }

const lineAt = (at: Element | null): string | null =>
  at?.closest<HTMLElement>('[data-drop-line]')?.dataset.dropLine ?? null

/**
 * Drags notes to a line. What follows the pointer is `ghost`, moved past React: a full board is not drawn again at each step.
 * `grab` is the same function at every drawing.
 */
export function useDrag(drop: (notes: readonly string[], line: string | null) => void): {
  carried: Carried | null
  ghost: RefObject<HTMLDivElement | null>
  grab: (event: PointerEvent, notes: readonly string[]) => void
} {
  const [carried, setCarried] = useState<Carried | null>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const onDrop = useRef(drop)
  const stop = useRef<() => void>(undefined)
  useEffect(() => {
    onDrop.current = drop
  })
  useEffect(() => () => stop.current?.(), [])
  const grab = useCallback((event: PointerEvent, notes: readonly string[]) => {
    if (event.button !== 0) return
    stop.current?.()
    stop.current = followPointer(event.nativeEvent, {
      start: () => setCarried({ notes, over: null }),
      move: (x, y, at) => {
        const over = lineAt(at)
        setCarried(now => (now === null || now.over === over ? now : { ...now, over }))
        if (ghost.current) ghost.current.style.transform = `translate(${x + 12}px, ${y + 12}px)`
      },
      drop: at => {
        const over = lineAt(at)
        if (over !== null) onDrop.current(notes, over === NO_LINE ? null : over)
      },
      end: () => setCarried(null),
    })
  }, [])
  return { carried, ghost, grab }
}

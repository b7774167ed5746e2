import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { drawnNotes, rangeTo } from './drawn-notes.ts'
import { selection } from './selection.ts'

/** How long a finger rests on a note to choose it, in ms, and how far it may stray meanwhile, in px. */
const LONG_PRESS = 450
const STRAY = 10

function chooseTo(note: string): void {
  selection.turn(rangeTo(drawnNotes(), selection.last, note), true)
}

/**
 * What a press on a note does: opens it; with Ctrl or Shift chooses it, or all up to it. A finger that rests on it chooses it too,
 * and while some are chosen a tap is enough for the next.
 */
export function useChoosing(note: string, onOpen: (note: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const press = useRef({ x: 0, y: 0, touch: false, chose: false })
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      press.current = { x: clientX, y: clientY, touch: pointerType === 'touch', chose: false }
      if (!press.current.touch) return
      stop()
      timer.current = setTimeout(() => {
        press.current.chose = true
        navigator.vibrate?.(10)
        selection.toggle(note)
      }, LONG_PRESS)
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = press.current
      if (Math.hypot(clientX - x, clientY - y) > STRAY) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => {
      if (press.current.touch) event.preventDefault()
    },
    onClick: (event: MouseEvent) => {
      const { touch, chose } = press.current
      press.current = { x: 0, y: 0, touch: false, chose: false }
      if (chose) return
      if (event.ctrlKey || event.metaKey || (touch && selection.read().size > 0)) selection.toggle(note)
      else if (event.shiftKey) chooseTo(note)
      else onOpen(note)
    },
    /** Whether a drag was begun by a finger, which means to choose. */
    byFinger: () => press.current.touch,
  }
}

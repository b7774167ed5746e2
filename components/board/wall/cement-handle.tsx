'use client'
import { BrickWall } from 'lucide-react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '#components/ui/language.tsx'
import { cementMessages } from '#lib/i18n/cement.ts'
import { useCement } from '../cement/use-cement.ts'
import { followPointer } from '../moving/follow-pointer.ts'
import { useSelected } from '../selection/selection.ts'
import type { Laid } from './laying.ts'
import './cement-handle.css'

/**
 * At the corner of the chosen note: dragged to a note of another bouwsteen it makes cement between the two, pressed it asks for the
 * other; with two notes chosen it joins these.
 */
export function CementHandle({ laid }: { laid: Laid }) {
  const t = useMessages(cementMessages)
  const { begin } = useCement()
  const [from, to, ...more] = useSelected()
  const thread = useRef<SVGLineElement>(null)
  const [drawing, setDrawing] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const at = laid.lies.get(to ?? from ?? '')
  const one = laid.lies.get(from ?? '')
  if (!begin || from === undefined || !at || !one || more.length > 0) return null
  // Two notes of one bouwsteen are chosen for something else.
  if (to !== undefined && at.tile === one.tile) return null

  const draw = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || to !== undefined) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const other = (under: Element | null) => {
      const id = under?.closest<HTMLElement>('[data-note]')?.dataset.note
      const lies = id === undefined ? undefined : laid.lies.get(id)
      return id !== undefined && lies && lies.tile !== one.tile ? id : null
    }
    stop.current = followPointer(event.nativeEvent, {
      start: () => setDrawing(true),
      move: (x, y, under) => {
        mark(other(under))
        const ends = { x1: left + width / 2, y1: top + height / 2, x2: x, y2: y }
        for (const [name, value] of Object.entries(ends)) thread.current?.setAttribute(name, `${value}`)
      },
      drop: under => {
        const found = other(under)
        if (found !== null) begin({ from, to: found })
      },
      end: () => {
        mark(null)
        setDrawing(false)
      },
    })
  }
  const label = to === undefined ? t.fromThis : t.betweenThese
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        onPointerDown={draw}
        onClick={() => begin(to === undefined ? { from } : { from, to })}
        className="wall-bind"
        style={{ left: at.rect.x + at.rect.width, top: at.rect.y + at.rect.height }}
      >
        <BrickWall aria-hidden="true" />
      </button>
      {drawing &&
        createPortal(
          <svg aria-hidden="true" className="pointer-events-none fixed inset-0 z-50 size-full">
            <line
              ref={thread}
              stroke="var(--focus)"
              strokeWidth={4}
              strokeDasharray="1 8"
              strokeLinecap="round"
            />
          </svg>,
          document.body,
        )}
    </>
  )
}

/** Shows on which note one would let go; null: on none. */
function mark(note: string | null): void {
  for (const marked of document.querySelectorAll('[data-binds]')) marked.removeAttribute('data-binds')
  if (note !== null) document.querySelector(`.wall-note[data-note="${note}"]`)?.setAttribute('data-binds', '')
}

'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useFoldUp } from './fold-up.ts'

/**
 * A button that unfolds something over the page, at the right of the nearest positioned ancestor. Escape, a tap beside it
 * and leaving it fold it up again.
 */
export function Disclosure(props: {
  label: string
  /** What is on the button; the label is its name. */
  face: ReactNode
  className?: string
  align?: 'left' | 'right'
  /** Where there is no room for all beside each other, its button gives way. */
  shrinks?: boolean
  /** Marks the button as the way to searching. */
  search?: boolean
  children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const foldUp = (back: boolean) => {
    setOpen(false)
    if (back) button.current?.focus()
  }
  useFoldUp(whole, open, foldUp)
  useEffect(() => {
    // At the end of a page it would unfold below what one sees.
    if (open) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div ref={whole} className={props.shrinks ? 'min-w-0' : 'shrink-0'}>
      <button
        ref={button}
        type="button"
        data-search={props.search && !open ? '' : undefined}
        aria-label={props.label}
        title={props.label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className={`flex min-h-[44px] max-w-full min-w-[44px] items-center justify-center gap-2 rounded-lg px-[8px] font-semibold hover:bg-surface aria-expanded:bg-surface ${props.className ?? ''}`}
      >
        {props.face}
      </button>
      <div
        ref={panel}
        id={id}
        hidden={!open}
        className={`absolute top-full z-30 max-h-[70dvh] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-paper p-4 shadow-note ${props.align === 'left' ? 'left-2' : 'right-2'}`}
      >
        {open && props.children(() => foldUp(true))}
      </div>
    </div>
  )
}

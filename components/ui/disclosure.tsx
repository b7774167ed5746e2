'use client'
import { type FocusEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

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
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing is the same each time
  useEffect(() => {
    if (!open) return
    // At the end of a page it would unfold below what one sees.
    panel.current?.scrollIntoView({ block: 'nearest' })
    const beside = ({ target }: Event) => !whole.current?.contains(target as Node)
    const press = (event: PointerEvent) => {
      if (beside(event)) setOpen(false)
    }
    const key = (event: KeyboardEvent) => {
      // What had the focus in it may have gone, and the focus with it.
      const elsewhere = event.target !== document.body && beside(event)
      const modal = document.querySelector('dialog[open]')
      const over = modal !== null && !modal.contains(whole.current)
      if (event.key !== 'Escape' || event.isComposing || elsewhere || over) return
      event.stopImmediatePropagation()
      close()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key, true)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key, true)
    }
  }, [open])
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget && !whole.current?.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears where the focus goes
    <div ref={whole} onBlur={leave} className={props.shrinks ? 'min-w-0' : 'shrink-0'}>
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
        {open && props.children(close)}
      </div>
    </div>
  )
}

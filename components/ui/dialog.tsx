'use client'
import { ChevronDown, X } from 'lucide-react'
import {
  type FormEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { commonMessages } from '#lib/i18n/common.ts'
import { useMessages } from './language.tsx'

const CAN_HAVE_FOCUS = 'textarea:enabled, input:enabled, select:enabled, button:enabled, summary, a[href]'

/** A press beside a dialog this soon after it came, in ms, is the second one of a double click on what opened it. */
const SECOND_PRESS = 500

/**
 * A question that must be answered first. The browser's own modal dialog keeps the focus in and gives it back. It is left by the
 * cross, by Escape, and by a tap beside it, unless something was typed that would be lost by that.
 */
export function Dialog(props: {
  open: boolean
  onClose: () => void
  title: string
  /** For what lies beside each other where there is room. */
  wide?: boolean
  /** What it holds is work that a stray tap beside it must not end. */
  firm?: boolean
  children: ReactNode
  actions?: ReactNode
}) {
  const { open } = props
  const t = useMessages(commonMessages)
  const dialog = useRef<HTMLDialogElement>(null)
  const cross = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const more = useMore(content)
  const beside = useTapBeside(props.firm ?? false)
  const id = useId()
  const { begin } = beside
  useLayoutEffect(() => {
    const element = dialog.current
    if (open && element) {
      begin()
      // The browser gives the focus to the first thing that can have it: not the way out, and not always what one came for.
      if (cross.current) cross.current.disabled = true
      element.showModal()
      if (cross.current) cross.current.disabled = false
      // What has more than fits can have it too, as what scrolls; it is meant for what one does there.
      if (document.activeElement === content.current)
        content.current?.querySelector<HTMLElement>(CAN_HAVE_FOCUS)?.focus()
      element.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    }
    // Closed before it goes, also when it goes as a whole: only then does the focus return.
    return () => element?.close()
  }, [open, begin])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={props.onClose}
      onInput={beside.onInput}
      onPointerDown={beside.onPointerDown}
      className={`m-auto max-h-[90dvh] flex-col rounded-xl bg-paper text-ink backdrop:bg-black/50 open:flex ${props.wide ? 'w-[min(52rem,94vw)]' : 'w-[min(36rem,92vw)]'}`}
    >
      <div className="flex shrink-0 items-start gap-2 pt-2 pr-2 pb-1 pl-4 sm:pt-4 sm:pr-4 sm:pl-6">
        <h2 id={id} className="min-w-0 grow py-2 text-xl font-bold break-words">
          {props.title}
        </h2>
        <button
          ref={cross}
          type="button"
          aria-label={t.close}
          title={t.close}
          onClick={() => dialog.current?.close()}
          className="flex size-11 shrink-0 items-center justify-center rounded-lg hover:bg-surface"
        >
          <X aria-hidden="true" size={20} />
        </button>
      </div>
      {/* What is done with it stays in sight, however much there is to read. */}
      <div className="relative flex min-h-0 grow flex-col">
        <div ref={content} className="min-h-0 grow overflow-y-auto px-4 pt-1 pb-4 sm:px-6">
          {open && props.children}
        </div>
        {more && (
          <span
            aria-hidden="true"
            data-more
            className="pointer-events-none absolute inset-x-0 bottom-0 flex h-14 items-end justify-center bg-linear-to-t from-paper to-transparent"
          >
            <ChevronDown size={24} className="text-muted" />
          </span>
        )}
      </div>
      {props.actions && (
        <div className="flex flex-wrap gap-3 border-t border-line px-4 py-3 sm:px-6">{props.actions}</div>
      )}
      {/* What is behind an open dialog is not read out: who has something to say meanwhile says it here. */}
      <p aria-live="polite" data-said className="sr-only" />
    </dialog>
  )
}

/** Less than this, in px, is the edge of what one reads already. */
const LITTLE = 24

/** Whether there is more below than can be seen. */
function useMore(content: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false)
  useEffect(() => {
    const element = content.current
    if (!element) return
    const look = () => setMore(element.scrollHeight - element.scrollTop - element.clientHeight > LITTLE)
    const sizes = new ResizeObserver(look)
    for (const each of [element, ...element.children]) sizes.observe(each)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  })
  return more
}

/** Closes a dialog by a tap beside it, for as long as nothing was filled in; a text that is shared is kept as it is typed. */
function useTapBeside(firm: boolean) {
  const state = useRef({ since: 0, filled: false })
  const begin = useRef(() => {
    state.current = { since: performance.now(), filled: false }
  })
  return {
    begin: begin.current,
    onInput: ({ target }: FormEvent) => {
      if ((target as HTMLElement).dataset.shared === undefined) state.current.filled = true
    },
    onPointerDown: (event: PointerEvent<HTMLDialogElement>) => {
      const element = event.currentTarget
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const { clientX: x, clientY: y, target } = event
      const outside = target === element && (x < left || x > right || y < top || y > bottom)
      const early = performance.now() - state.current.since < SECOND_PRESS
      if (!outside || firm || state.current.filled || early) return
      // By the click that follows: what lies under the backdrop would get it, were the dialog gone by then.
      const close = (click: MouseEvent) => click.target === element && element.close()
      element.addEventListener('click', close, { once: true })
    },
  }
}

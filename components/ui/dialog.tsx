'use client'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** A question that must be answered first. The browser's own modal dialog keeps the focus in and gives it back. */
export function Dialog(props: {
  open: boolean
  onClose: () => void
  title: string
  /** For what lies beside each other where there is room. */
  wide?: boolean
  children: ReactNode
  actions?: ReactNode
}) {
  const { open } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    if (open) element?.showModal()
    // The browser takes the first thing that can have the focus, which is not always what one came for.
    if (open) element?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    // Closed before it goes, also when it goes as a whole: only then does the focus return.
    return () => element?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={props.onClose}
      className={`m-auto max-h-[90dvh] flex-col rounded-xl bg-paper text-ink backdrop:bg-black/50 open:flex ${props.wide ? 'w-[min(52rem,94vw)]' : 'w-[min(36rem,92vw)]'}`}
    >
      <h2 id={id} className="px-4 pt-4 pb-2 text-xl font-bold sm:px-6 sm:pt-6">
        {props.title}
      </h2>
      {/* What is done with it stays in sight, however much there is to read. */}
      <div className="min-h-0 grow overflow-y-auto px-4 pt-1 pb-4 sm:px-6">{open && props.children}</div>
      {props.actions && (
        <div className="flex flex-wrap gap-3 border-t border-line px-4 py-3 sm:px-6">{props.actions}</div>
      )}
      {/* What is behind an open dialog is not read out: who has something to say meanwhile says it here. */}
      <p aria-live="polite" data-said className="sr-only" />
    </dialog>
  )
}

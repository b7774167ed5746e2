'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'

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
  useEffect(() => {
    if (!open) return dialog.current?.close()
    dialog.current?.showModal()
    // The browser takes the first thing that can have the focus, which is not always what one came for.
    dialog.current?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
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
    </dialog>
  )
}

'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A question that must be answered first. The browser's own modal dialog keeps the focus in and gives it back. */
export function Dialog(props: {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  actions?: ReactNode
}) {
  const { open } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={props.onClose}
      className="m-auto max-h-[90dvh] w-[min(36rem,92vw)] rounded-xl bg-paper p-6 text-ink backdrop:bg-black/50"
    >
      <h2 id={id} className="mb-3 text-xl font-bold">
        {props.title}
      </h2>
      {open && props.children}
      {props.actions && <div className="mt-5 flex flex-wrap gap-3">{props.actions}</div>}
    </dialog>
  )
}

'use client'
import { type FormEvent, type ReactNode, useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { countingMessages } from '#lib/i18n/counting.ts'

/** A count to fill in or put right; `clear` takes away what was counted before, by the words on its button. */
export function CountingDialog(props: {
  title: string
  busy: boolean
  error: string | null
  clear: string | null
  onSave: () => void
  onClear: () => void
  onClose: () => void
  children: ReactNode
}) {
  const t = useMessages(countingMessages)
  const id = useId()
  const { title, busy, error, clear, onSave, onClear, onClose, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  // What is wrong and the way on stay in sight, however many questions there are.
  const actions = (
    <>
      {error && (
        <div className="w-full">
          <Notice kind="error">{error}</Notice>
        </div>
      )}
      <Button type="submit" form={id} variant="primary" disabled={busy}>
        {t.save}
      </Button>
      {clear && (
        <Button disabled={busy} onClick={onClear}>
          {clear}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open firm title={title} onClose={onClose} actions={actions}>
      <form id={id} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {children}
      </form>
    </Dialog>
  )
}

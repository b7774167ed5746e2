'use client'
import type { FormEvent, ReactNode } from 'react'
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
  const { title, busy, error, clear, onSave, onClear, onClose, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <Dialog open firm title={title} onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {children}
        {error && <Notice kind="error">{error}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" disabled={busy}>
            {t.save}
          </Button>
          {clear && (
            <Button disabled={busy} onClick={onClear}>
              {clear}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

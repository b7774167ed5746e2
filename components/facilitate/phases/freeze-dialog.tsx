'use client'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { useDoing } from '../use-doing.ts'

/** Asks once, in full words, before something is fixed for good, or ends. */
export function FreezeDialog(props: {
  open: boolean
  onClose: () => void
  command: Command
  title: string
  text: string
  /** Whether one can come back to before it. */
  undone?: boolean
  children?: ReactNode
  action: string
}) {
  const t = useMessages(facilitateMessages)
  const { busy, error, send } = useDoing()
  const freeze = async () => {
    if (await send(props.command)) props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button variant="primary" disabled={busy} onClick={() => void freeze()}>
            {props.action}
          </Button>
          <Button onClick={props.onClose}>{t.cancel}</Button>
        </>
      }
    >
      <p>{props.text}</p>
      {props.children}
      {!props.undone && <p className="mt-2 font-semibold">{t.notUndone}</p>}
      {error && <Notice kind="error">{error}</Notice>}
    </Dialog>
  )
}

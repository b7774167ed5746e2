'use client'
import { useState } from 'react'
import { useBoard, useBoardActions } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { lineMessages } from '#lib/i18n/lines.ts'
import { LineDot } from '../line-dot.tsx'

/** The lines that were dissolved, to put back with what still belongs to them. */
export function DissolvedLines() {
  const t = useMessages(lineMessages)
  const actions = useBoardActions()
  const [open, setOpen] = useState(false)
  const gone = useBoard().lines.filter(line => line.deletedAt !== null)
  if (gone.length === 0 && !open) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t.gone(gone.length)}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t.goneTitle}
        actions={
          <Button variant="primary" onClick={close}>
            {t.done}
          </Button>
        }
      >
        <p className="mb-3 text-muted">{t.goneHint}</p>
        <ul className="flex flex-col gap-2">
          {gone.map(line => (
            <li key={line.id} className="flex flex-wrap items-center gap-3 border-t border-line pt-2">
              <LineDot colour={line.colour} />
              <p className="min-w-40 grow font-semibold break-words">{line.title || t.untitled}</p>
              <Button
                aria-label={t.restoreLine(line.title || t.untitled)}
                onClick={() => actions?.restore('lines', line.id)}
              >
                {t.restore}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}

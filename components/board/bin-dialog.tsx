'use client'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { useWriters } from './writers.ts'

/** What was thrown away, to put back. */
export function BinDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const actions = useBoardActions()
  const can = useCan()
  const writers = useWriters()
  const binned = useBoard().notes.filter(note => note.deletedAt !== null)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.binTitle}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {binned.length === 0 && <p>{t.binEmpty}</p>}
      <ul className="flex flex-col gap-3">
        {binned.map(note => {
          const writer = writers(note.author, note.partner)
          return (
            <li
              key={note.id}
              className="flex flex-wrap items-center gap-3 rounded-sm p-3"
              style={{ background: `var(--note-${note.bouwsteen})` }}
            >
              <div className="min-w-48 grow">
                <p className="break-words">{note.text || t.emptyNote}</p>
                <p className="text-sm">
                  {bouwsteenContent[note.bouwsteen].name[language]} · {t.by(writer.name, writer.partner)}
                </p>
              </div>
              {can({ type: 'binNote', author: note.author }) === null && (
                <Button onClick={() => actions?.restore('notes', note.id)}>{t.restore}</Button>
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

'use client'
import { useBoard } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { Reactions } from './reactions.tsx'
import { usePapers } from './use-papers.ts'

/** Chooses a reaction to one note, from any view: one tap opens it, one gives the reaction and closes it. */
export function ReactionDialog({ note: id, onClose }: { note: string | null; onClose: () => void }) {
  const t = useMessages(noteMessages)
  const board = useMessages(boardMessages)
  const note = useBoard().notes.find(each => each.id === id && each.deletedAt === null)
  const papers = usePapers()
  return (
    <Dialog
      open={note !== undefined}
      onClose={onClose}
      title={t.react}
      actions={<Button onClick={onClose}>{board.done}</Button>}
    >
      {note && (
        <div className="flex flex-col gap-4">
          <p
            className="line-clamp-4 rounded-sm p-3 break-words text-ink shadow-note"
            style={{ background: papers(note).note }}
          >
            {note.text || board.emptyNote}
          </p>
          {note.author === null && <p className="text-sm text-muted">{t.namedHere}</p>}
          <Reactions note={note.id} onChosen={onClose} />
        </div>
      )}
    </Dialog>
  )
}

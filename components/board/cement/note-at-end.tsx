'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { usePapers } from '../note/use-papers.ts'
import { useWriters } from '../note/writers.ts'

/** A note as one end of cement: which bouwsteen, what, and of whom; `onGo` makes it the way to that note. */
export function NoteAtEnd({ note, onGo }: { note: Note; onGo?: (note: string) => void }) {
  const t = useMessages(cementMessages)
  const board = useMessages(boardMessages)
  const language = useLanguage()
  const paper = usePapers()(note)
  const writer = useWriters()(note.author, note.partner)
  const name = bouwsteenContent[note.bouwsteen].name[language]
  const face = (
    <>
      <span className="flex items-center gap-1.5 text-sm font-semibold">
        <BouwsteenIcon bouwsteen={note.bouwsteen} size={18} />
        {onGo ? (
          <>
            <span className="sr-only">{t.goTo(name)}</span>
            <span aria-hidden="true">{name}</span>
          </>
        ) : (
          name
        )}
      </span>
      <span className="line-clamp-4 break-words hyphens-auto">{note.text || board.emptyNote}</span>
      <span className="text-sm">{board.by(writer.name, writer.partner)}</span>
    </>
  )
  const looks = 'flex w-full min-w-0 flex-col gap-0.5 rounded-sm p-3 text-left text-ink shadow-note'
  if (!onGo)
    return (
      <div className={looks} style={{ background: paper.note }}>
        {face}
      </div>
    )
  return (
    <button
      type="button"
      onClick={() => onGo(note.id)}
      className={`${looks} hover:brightness-97`}
      style={{ background: paper.note }}
    >
      {face}
    </button>
  )
}

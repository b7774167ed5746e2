'use client'
import { type DragEvent, memo } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { initials } from '#lib/domain/participant.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import type { Paper } from './colours.ts'
import { Marked } from './marked.tsx'
import { PartnerMark } from './partner-mark.tsx'
import type { Writer } from './writers.ts'

/** What a dragged note is called on its way. */
export const DRAGGED_NOTE = 'application/x-mozaiek-note'

/** A sticky note in full, to read and open; `onDropBefore` when others may be dragged before it, which takes that it may be too. */
export const NoteCard = memo(function NoteCard(props: {
  note: Note
  writer: Writer
  paper: Paper
  /** A card in a grid, or a row of a list with its foot beside the text where there is room. */
  shape?: 'card' | 'row'
  onOpen: (id: string) => void
  onDropBefore?: ((dropped: string, before: string) => void) | undefined
}) {
  const t = useMessages(boardMessages)
  const { note, writer, paper, shape = 'card', onOpen, onDropBefore } = props
  const drop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(DRAGGED_NOTE)
    if (!id || !onDropBefore) return
    event.preventDefault()
    event.stopPropagation()
    onDropBefore(id, note.id)
  }
  return (
    <button
      type="button"
      data-note={note.id}
      draggable={onDropBefore !== undefined}
      onDragStart={event => event.dataTransfer.setData(DRAGGED_NOTE, note.id)}
      onDragOver={event => onDropBefore && event.preventDefault()}
      onDrop={drop}
      onClick={() => onOpen(note.id)}
      className={`flex size-full min-h-11 flex-col justify-between rounded-sm text-left text-ink shadow-note hover:brightness-97 ${
        shape === 'card' ? 'gap-2 p-3' : 'gap-x-4 gap-y-1 px-3 py-2 md:flex-row md:items-center'
      }`}
      style={{ background: paper.note }}
    >
      <span className="w-full break-words hyphens-auto whitespace-pre-wrap">
        <span className="sr-only">{t.note}: </span>
        {note.text === '' ? t.emptyNote : <Marked text={note.text} />}
      </span>
      <span
        className={`flex w-full min-w-0 items-center gap-1.5 text-sm ${shape === 'row' ? 'md:w-56 md:shrink-0' : ''}`}
        title={t.by(writer.name, writer.partner)}
      >
        <b aria-hidden="true">{initials(writer.name)}</b>
        <PartnerMark mark={writer.mark} />
        <span className="truncate">{writer.partner}</span>
      </span>
    </button>
  )
})

'use client'
import { type DragEvent, memo } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { initials } from '#lib/domain/participant.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import type { Writer } from './writers.ts'

/** What a dragged note is called on its way. */
export const DRAGGED_NOTE = 'application/x-mozaiek-note'

/** A sticky note to read, open and drag. `lines`: how many lines of text are shown; null: all. */
export const NoteCard = memo(function NoteCard(props: {
  note: Note
  writer: Writer
  lines: number | null
  draggable: boolean
  onOpen: (id: string) => void
  onDropBefore: (dropped: string, before: string) => void
}) {
  const t = useMessages(boardMessages)
  const { note, writer, lines, draggable, onOpen, onDropBefore } = props
  const drop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(DRAGGED_NOTE)
    if (!id) return
    event.preventDefault()
    event.stopPropagation()
    onDropBefore(id, note.id)
  }
  return (
    <li className="arrives min-h-0 min-w-0">
      <button
        type="button"
        data-note={note.id}
        draggable={draggable}
        onDragStart={event => event.dataTransfer.setData(DRAGGED_NOTE, note.id)}
        onDragOver={event => event.preventDefault()}
        onDrop={drop}
        onClick={() => onOpen(note.id)}
        className={`flex size-full flex-col justify-between gap-0.5 overflow-hidden rounded-sm text-left text-ink shadow-note hover:brightness-97 ${
          lines === null ? 'min-h-24 p-3 text-base' : 'px-2 py-1 text-xs leading-[1.3] 2xl:text-sm'
        }`}
        style={{ background: `var(--note-${note.bouwsteen})` }}
      >
        <span
          className="w-full overflow-hidden break-words hyphens-auto whitespace-pre-wrap"
          style={
            lines === null
              ? {}
              : {
                  display: '-webkit-box',
                  WebkitBoxOrient: 'vertical',
                  WebkitLineClamp: lines,
                  whiteSpace: 'normal',
                }
          }
        >
          <span className="sr-only">{t.note}: </span>
          <span className={lines === 0 ? 'sr-only' : ''}>{note.text || t.emptyNote}</span>
        </span>
        <span
          className={`truncate ${lines === null ? 'w-full pt-1 text-sm' : 'hidden'}`}
          title={t.by(writer.name, writer.partner)}
        >
          <b aria-hidden="true">{initials(writer.name)}</b> {writer.partner}
        </span>
      </button>
    </li>
  )
})

'use client'
import { type DragEvent, memo } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import type { Paper } from './colours.ts'
import { DRAGGED_NOTE } from './note-card.tsx'
import type { Writer } from './writers.ts'

/** A sticky note in the mosaic, as small as it must be. `lines`: how many lines of its text are shown. */
export const MosaicNote = memo(function MosaicNote(props: {
  note: Note
  writer: Writer
  paper: Paper
  lines: number
  faded: boolean
  draggable: boolean
  onOpen: (id: string) => void
  onDropBefore: (dropped: string, before: string) => void
}) {
  const t = useMessages(boardMessages)
  const { note, writer, paper, lines, draggable, onOpen, onDropBefore } = props
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
        className={`size-full overflow-hidden rounded-sm px-2 py-1 text-left text-xs leading-[1.3] text-ink shadow-note hover:brightness-97 2xl:text-sm ${props.faded ? 'opacity-35' : ''}`}
        style={{ background: paper.note }}
        title={t.by(writer.name, writer.partner)}
      >
        <span
          className="w-full overflow-hidden break-words hyphens-auto"
          style={{ display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines }}
        >
          <span className="sr-only">{t.note}: </span>
          <span className={lines === 0 ? 'sr-only' : ''}>{note.text || t.emptyNote}</span>
        </span>
      </button>
    </li>
  )
})

'use client'
import { Check } from 'lucide-react'
import { type DragEvent, memo } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { initials } from '#lib/domain/participant.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { Marked } from '../search/marked.tsx'
import { useIsSelected } from '../selection/selection.ts'
import { useChoosing } from '../selection/use-choosing.ts'
import { BusyLine, useBusyLine } from './busy-line.tsx'
import { PartnerMark } from './partner-mark.tsx'
import { NoteSigns, ReactButton, useAsksReaction } from './reactions.tsx'
import type { CardLooks } from './use-card-looks.ts'

/** What a dragged note is called on its way. */
export const DRAGGED_NOTE = 'application/x-mozaiek-note'

/** A sticky note in full, to read and open; `onDropBefore` when others may be dragged before it, which takes that it may be too. */
export const NoteCard = memo(function NoteCard(
  props: CardLooks & {
    note: Note
    /** A card in a grid, or a row of a list with its foot beside the text where there is room. */
    shape?: 'card' | 'row'
    /** A box to tick stands beside it, so that it needs no tick of its own. */
    ticked?: boolean
    onOpen: (id: string) => void
    onDropBefore?: ((dropped: string, before: string) => void) | undefined
  },
) {
  const t = useMessages(boardMessages)
  const n = useMessages(noteMessages)
  const { note, writer, paper, shape = 'card', onOpen, onDropBefore } = props
  const drop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(DRAGGED_NOTE)
    if (!id || !onDropBefore) return
    event.preventDefault()
    event.stopPropagation()
    onDropBefore(id, note.id)
  }
  const { byFinger, ...choosing } = useChoosing(note.id, onOpen)
  const chosen = useIsSelected(note.id)
  const inRow = shape === 'row'
  const ringed = chosen && !inRow
  const asks = useAsksReaction()
  return (
    <div className="group relative size-full">
      <button
        type="button"
        data-note={note.id}
        draggable={onDropBefore !== undefined}
        onDragStart={event => {
          if (byFinger()) event.preventDefault()
          else event.dataTransfer.setData(DRAGGED_NOTE, note.id)
        }}
        onDragOver={event => onDropBefore && event.preventDefault()}
        onDrop={drop}
        {...choosing}
        className={`flex size-full min-h-11 flex-col justify-between rounded-sm text-left text-ink shadow-note select-none [-webkit-touch-callout:none] hover:brightness-97 pointer-fine:select-auto ${ringed ? 'ring-4 ring-ink ring-inset' : ''} ${
          inRow ? 'gap-x-4 gap-y-1 px-3 py-2 md:flex-row md:items-center' : 'gap-2 p-3'
        }`}
        style={{ background: paper.note }}
      >
        <span className="w-full min-w-0 break-words hyphens-auto whitespace-pre-wrap">
          <span className="sr-only">{t.note}: </span>
          {note.text === '' ? t.emptyNote : <Marked text={note.text} />}
          {ringed && <span className="sr-only">. {n.chosen}</span>}
        </span>
        <span
          className={`flex w-full min-w-0 items-center gap-x-3 ${asks ? 'pr-6 pointer-coarse:pr-9' : ''} ${inRow ? 'md:w-auto md:max-w-[50%] md:shrink-0' : ''}`}
        >
          {ringed && !props.ticked && (
            <span
              aria-hidden="true"
              className="flex size-6 shrink-0 items-center justify-center rounded-full bg-ink text-paper"
            >
              <Check size={16} strokeWidth={3} />
            </span>
          )}
          <Foot note={note.id} writer={writer} />
          <NoteSigns signs={props.signs} />
        </span>
      </button>
      <ReactButton
        note={note}
        paper={paper.note}
        className={`absolute right-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 ${inRow ? 'bottom-1' : 'bottom-0.5'}`}
      />
    </div>
  )
})

/** Who wrote it; and while somebody writes in it or moves it, that instead, so that nothing moves for it. */
function Foot({ note, writer }: { note: string; writer: CardLooks['writer'] }) {
  const t = useMessages(boardMessages)
  const busy = useBusyLine(note)
  if (busy) return <BusyLine {...busy} />
  return (
    <span
      className="flex min-w-0 grow items-center gap-1.5 text-sm"
      title={t.by(writer.name, writer.partner)}
    >
      {writer.partner !== '' && <b aria-hidden="true">{initials(writer.name)}</b>}
      <PartnerMark mark={writer.mark} />
      <span className="truncate">{writer.partner || writer.name}</span>
    </span>
  )
}

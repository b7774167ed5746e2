'use client'
import { ArrowRight, GripVertical } from 'lucide-react'
import { memo, type PointerEvent } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { LineDot } from '../line-dot.tsx'
import { NoteCard } from '../note/note-card.tsx'
import type { CardLooks } from '../note/use-card-looks.ts'
import type { Idea } from './use-ideas.ts'

/** A note on the board of lines: a mouse drags it as a whole, a finger by its grip, for a swipe must go on scrolling. */
export const LineNote = memo(function LineNote(
  props: CardLooks & {
    note: Note
    ticked: boolean
    /** Null for who may not order. */
    onTick: ((id: string, range: boolean) => void) | null
    onGrab: ((event: PointerEvent, note: string) => void) | null
    onOpen: (id: string) => void
    ideas: Idea[] | undefined
    onIdea: (note: string, line: string) => void
  },
) {
  const t = useMessages(lineMessages)
  const list = useMessages(listMessages)
  const { note, ticked, onTick, onGrab, ideas } = props
  const byMouse = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') onGrab?.(event, note.id)
  }
  return (
    <li data-row={note.id} className="arrives later-drawn py-1">
      <div className="flex items-stretch gap-1">
        {onTick && (
          <label className="flex w-8 shrink-0 cursor-pointer items-center justify-center pointer-coarse:w-11">
            <input
              type="checkbox"
              checked={ticked}
              onClick={event => onTick(note.id, event.shiftKey)}
              onChange={() => {}}
              aria-label={list.tick(note.text)}
              className="size-6 accent-(--primary)"
            />
          </label>
        )}
        <div className={`min-w-0 grow ${onGrab ? 'select-none' : ''}`} onPointerDown={byMouse}>
          <NoteCard
            note={note}
            writer={props.writer}
            paper={props.paper}
            signs={props.signs}
            ticked={onTick !== null}
            onOpen={props.onOpen}
          />
        </div>
        {onGrab && (
          <span
            aria-hidden="true"
            title={t.grip(note.text)}
            onPointerDown={event => onGrab(event, note.id)}
            className="hidden w-9 shrink-0 cursor-grab touch-none items-center justify-center rounded-lg text-muted any-pointer-coarse:flex pointer-coarse:w-11"
          >
            <GripVertical size={20} />
          </span>
        )}
      </div>
      {onTick && ideas && <Ideas note={note.id} ideas={ideas} onIdea={props.onIdea} />}
    </li>
  )
})

/** Lines that this note may belong in, each a button that lays it there. */
function Ideas(props: { note: string; ideas: Idea[]; onIdea: (note: string, line: string) => void }) {
  const t = useMessages(lineMessages)
  return (
    <ul className="mt-1 flex flex-col gap-1 pl-9 pointer-coarse:pl-12">
      {props.ideas.map(({ line, words }) => (
        <li key={line.id}>
          <button
            type="button"
            onClick={() => props.onIdea(props.note, line.id)}
            className="flex min-h-9 w-full items-center gap-2 rounded-lg border border-dashed border-muted bg-paper px-2 py-1 text-left text-sm hover:bg-surface pointer-coarse:min-h-11"
          >
            <ArrowRight aria-hidden="true" size={16} className="shrink-0" />
            <LineDot colour={line.colour} />
            <span className="min-w-0 break-words">
              <span className="font-semibold">{t.idea(line.title || t.untitled)}</span>{' '}
              <span className="block text-muted">{t.likeness(words)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

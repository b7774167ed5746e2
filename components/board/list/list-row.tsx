'use client'
import { memo } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { NoteCard } from '../note/note-card.tsx'
import type { CardLooks } from '../note/use-card-looks.ts'

/** A note in the list, with a tick before it for who may do something with several. */
export const ListRow = memo(function ListRow(
  props: CardLooks & {
    note: Note
    ticked: boolean
    onTick: ((id: string, range: boolean) => void) | null
    onOpen: (id: string) => void
  },
) {
  const t = useMessages(listMessages)
  const { note, ticked, onTick } = props
  return (
    <li data-row={note.id} className="arrives later-drawn flex items-stretch p-1">
      {onTick && (
        <label className="flex w-11 shrink-0 cursor-pointer items-center justify-center">
          <input
            type="checkbox"
            checked={ticked}
            // A change does not tell whether Shift was held; a click does, also one that the space bar made.
            onClick={event => onTick(note.id, event.shiftKey)}
            onChange={() => {}}
            aria-label={t.tick(note.text)}
            className="size-6 accent-(--primary)"
          />
        </label>
      )}
      <div className="min-w-0 grow">
        <NoteCard
          note={note}
          writer={props.writer}
          paper={props.paper}
          signs={props.signs}
          shape="row"
          onOpen={props.onOpen}
        />
      </div>
    </li>
  )
})

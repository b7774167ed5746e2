'use client'
import { Trash2 } from 'lucide-react'
import { useBoardActions, useCan } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { CEMENT_TEXT_MAX, type Cement } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { useSay } from '../announcer/announcer.tsx'
import { InPlaceText } from '../in-place-text.tsx'
import { useWriters } from '../note/writers.ts'
import { NoteAtEnd } from './note-at-end.tsx'
import { useCement } from './use-cement.ts'

/** One piece of cement: its sentence, written in together, and the notes that it leads to. */
export function CementItem(props: {
  cement: Cement
  ends: readonly Note[]
  /** Whether both its notes came to lie with one bouwsteen. */
  loose?: boolean
}) {
  const { cement, ends } = props
  const t = useMessages(cementMessages)
  const { jump } = useCement()
  const say = useSay()
  const can = useCan()
  const actions = useBoardActions()
  const writer = useWriters()(cement.author, cement.partner)
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line p-3" data-cement={cement.id}>
      {can({ type: 'writeCement' }) === null ? (
        <InPlaceText
          root="cement"
          id={cement.id}
          label={t.edit}
          text={cement.text}
          max={CEMENT_TEXT_MAX}
          oneLine
          className="font-serif text-lg italic"
        />
      ) : (
        <p className="font-serif text-lg italic">{cement.text || t.noSentence}</p>
      )}
      <div className="flex items-center gap-2">
        <p className="grow text-sm text-muted">{t.by(writer.name, writer.partner)}</p>
        {can({ type: 'binCement', author: cement.author }) === null && (
          <button
            type="button"
            aria-label={t.removeThis(cement.text || t.noSentence)}
            title={t.remove}
            onClick={() => {
              actions?.bin('cement', cement.id)
              say(t.removed)
            }}
            className="flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-surface"
          >
            <Trash2 aria-hidden="true" size={18} />
          </button>
        )}
      </div>
      <div className={`grid gap-2 ${ends.length > 1 ? 'sm:grid-cols-2' : ''}`}>
        {ends.map(note => (
          <NoteAtEnd key={note.id} note={note} onGo={jump} />
        ))}
      </div>
      {props.loose && <p className="text-sm text-muted">{t.oneTile}</p>}
    </li>
  )
}

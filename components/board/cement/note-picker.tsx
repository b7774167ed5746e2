'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { areTuned } from '#lib/content/tuning.ts'
import { emptyBoard } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { notesOn } from '../note/note-order.ts'
import { usePapers } from '../note/use-papers.ts'
import { useWriters } from '../note/writers.ts'
import { matcher, noFilter } from '../search/filter.ts'

/** Most notes of one bouwsteen that are offered at once; who searches finds the others. */
const OFFERED = 20

/** The notes that have these words, by bouwsteen; those that the method tunes with `towards` first. */
function groupsOf(
  text: string,
  notes: readonly Note[],
  tiles: readonly Bouwsteen[],
  towards: Bouwsteen | null,
) {
  const matches = matcher({ ...noFilter, text }, emptyBoard, '')
  const tuned = (tile: Bouwsteen) => towards !== null && tiles.length > 1 && areTuned(tile, towards)
  return tiles
    .map(tile => ({ tile, tuned: tuned(tile), found: notesOn(notes, tile).filter(matches) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => Number(b.tuned) - Number(a.tuned))
}

/** Chooses a note of these bouwstenen, by a tap or by some letters of it and Enter. Those that the method tunes with `towards` come first. */
export function NotePicker(props: {
  label: string
  tiles: readonly Bouwsteen[]
  towards: Bouwsteen | null
  onPick: (note: string) => void
}) {
  const t = useMessages(cementMessages)
  const { notes } = useBoard()
  const { tiles, towards, onPick } = props
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const groups = useMemo(() => groupsOf(wanted, notes, tiles, towards), [wanted, notes, tiles, towards])
  const first = groups[0]?.found[0]
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault()
        // By what stands there now: on a busy device the list is still that of some letters before.
        const hit = groupsOf(text, notes, tiles, towards)[0]?.found[0]
        if (text.trim() !== '' && hit) onPick(hit.id)
      }}
    >
      <Field label={props.label} hint={text.trim() === '' ? undefined : t.searchHint}>
        {field => (
          <TextInput
            {...field}
            autoFocus
            data-focus-first
            autoComplete="off"
            placeholder={t.search}
            value={text}
            maxLength={100}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
      {groups.length === 0 && <p className="text-muted">{text.trim() === '' ? t.nothingYet : t.nothing}</p>}
      <div className="flex flex-col gap-4">
        {groups.map(group => (
          <Tile key={group.tile} {...group} first={text.trim() === '' ? undefined : first} onPick={onPick} />
        ))}
      </div>
    </form>
  )
}

function Tile(props: {
  tile: Bouwsteen
  tuned: boolean
  found: Note[]
  first: Note | undefined
  onPick: (note: string) => void
}) {
  const t = useMessages(cementMessages)
  const board = useMessages(boardMessages)
  const language = useLanguage()
  const papers = usePapers()
  const writers = useWriters()
  const { tile, found } = props
  return (
    <section aria-labelledby={`pick-${tile}`}>
      <h3 id={`pick-${tile}`} className="mb-1 flex flex-wrap items-center gap-x-2 font-semibold">
        <BouwsteenIcon bouwsteen={tile} />
        {bouwsteenContent[tile].name[language]}
        {props.tuned && <span className="text-sm font-normal text-muted">{t.tuned}</span>}
      </h3>
      <ul className="flex flex-col gap-1">
        {found.slice(0, OFFERED).map(note => (
          <li key={note.id}>
            <button
              type="button"
              onClick={() => props.onPick(note.id)}
              className={`min-h-11 w-full rounded-sm border-2 px-3 py-1.5 text-left text-ink hover:brightness-97 ${note === props.first ? 'border-ink' : 'border-transparent'}`}
              style={{ background: papers(note).note }}
            >
              <span className="line-clamp-3 break-words">{note.text || board.emptyNote}</span>
              <span className="block text-sm">{writers(note.author, note.partner).partner}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > OFFERED && <p className="mt-1 text-sm text-muted">{t.more(found.length - OFFERED)}</p>}
    </section>
  )
}

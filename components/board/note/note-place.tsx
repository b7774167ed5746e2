'use client'
import { useBoard, useBoardActions, useCan } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useMoveNote } from '../moving/use-move-note.ts'
import { notesOn } from './note-order.ts'

/** Where the note lies: its bouwsteen, its place there, its line; to change as far as one may. */
export function NotePlace({ note }: { note: Note }) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const move = useMoveNote()
  return (
    <div className="flex flex-col gap-3 empty:hidden md:w-64 md:shrink-0">
      {move && (
        <>
          <Field label={t.place}>
            {field => (
              <Select
                {...field}
                value={note.bouwsteen}
                onChange={event => move(note.id, event.target.value as Bouwsteen, null)}
              >
                {bouwstenen.map(each => (
                  <option key={each} value={each}>
                    {bouwsteenContent[each].name[language]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Steps note={note} move={move} />
        </>
      )}
      <NoteLine note={note} />
    </div>
  )
}

/** One place forward or back among the notes of its bouwsteen. */
function Steps(props: { note: Note; move: NonNullable<ReturnType<typeof useMoveNote>> }) {
  const t = useMessages(boardMessages)
  const { note, move } = props
  const lying = notesOn(useBoard().notes, note.bouwsteen)
  const index = lying.findIndex(each => each.id === note.id)
  if (lying.length < 2) return null
  const before = (at: number) => lying[at]?.id ?? null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        className="grow"
        disabled={index <= 0}
        onClick={() => move(note.id, note.bouwsteen, before(index - 1))}
      >
        {t.earlier}
      </Button>
      <Button
        className="grow"
        disabled={index === lying.length - 1}
        onClick={() => move(note.id, note.bouwsteen, before(index + 2))}
      >
        {t.later}
      </Button>
    </div>
  )
}

function NoteLine({ note }: { note: Note }) {
  const t = useMessages(boardMessages)
  const notes = useMessages(noteMessages)
  const lines = useBoard().lines.filter(line => line.deletedAt === null)
  const actions = useBoardActions()
  const mayOrder = useCan()({ type: 'orderLines' }) === null
  const own = lines.find(line => line.id === note.line)
  if (!mayOrder) return own ? <p>{notes.inLine(own.title)}</p> : null
  if (lines.length === 0) return null
  return (
    <Field label={t.line}>
      {field => (
        <Select
          {...field}
          value={own?.id ?? ''}
          onChange={event => actions?.putInLine(note.id, event.target.value || null)}
        >
          <option value="">{t.noLine}</option>
          {lines.map(line => (
            <option key={line.id} value={line.id}>
              {line.title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

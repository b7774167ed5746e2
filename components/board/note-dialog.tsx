'use client'
import { useEffect } from 'react'
import { useBoard, useBoardActions, useCan, usePeople, useTellWhere } from '#components/live/board.tsx'
import { useSharedText } from '#components/live/shared-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { NOTE_TEXT_MAX, type Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { CopyLink } from './copy-link.tsx'
import { notesOn } from './note-order.ts'
import { PartnerMark } from './partner-mark.tsx'
import { useMoveNote } from './use-move-note.ts'
import { usePapers } from './use-papers.ts'
import { useWriters } from './writers.ts'

/** A note opened: written in together, moved, laid in a line, thrown away. */
export function NoteDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useMessages(boardMessages)
  const note = useBoard().notes.find(each => each.id === id)
  const tellWhere = useTellWhere()
  useEffect(() => {
    tellWhere(id)
    return () => tellWhere(null)
  }, [id, tellWhere])
  return (
    <Dialog open={note !== undefined} onClose={onClose} title={t.note}>
      {note && <Opened key={note.id} note={note} onClose={onClose} />}
    </Dialog>
  )
}

function Opened({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useMessages(boardMessages)
  const views = useMessages(viewMessages)
  const writer = useWriters()(note.author, note.partner)
  const paper = usePapers()(note)
  const actions = useBoardActions()
  const can = useCan()
  const people = usePeople().filter(person => person.at === note.id)
  const text = useSharedText<HTMLTextAreaElement>('notes', note.id)
  const mayWrite = note.deletedAt === null && can({ type: 'editNote', author: note.author }) === null
  const mayBin = can({ type: 'binNote', author: note.author }) === null
  useEffect(() => {
    const field = text.current
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [text])
  return (
    <div className="flex flex-col gap-4">
      <div>
        <textarea
          ref={text}
          aria-label={t.noteText}
          defaultValue={note.text}
          readOnly={!mayWrite}
          maxLength={NOTE_TEXT_MAX}
          rows={5}
          className="w-full rounded-sm p-4 text-lg text-ink shadow-note"
          style={{ background: paper.note }}
        />
        <div className="mt-1 flex items-center gap-2 text-sm text-muted">
          <PartnerMark mark={writer.mark} />
          <p className="grow">{t.by(writer.name, writer.partner)}</p>
          <CopyLink place={{ note: note.id }} label={views.copyNoteLink} />
        </div>
        <p aria-live="polite" className="text-sm font-semibold">
          {people.length > 0 && t.writing(people.map(person => person.name).join(', '))}
        </p>
      </div>
      {note.deletedAt !== null ? <p>{t.gone}</p> : <Placing note={note} />}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
        {mayBin && note.deletedAt === null && (
          <Button
            variant="danger"
            onClick={() => {
              actions?.bin('notes', note.id)
              onClose()
            }}
          >
            {t.bin}
          </Button>
        )}
        {mayBin && note.deletedAt !== null && (
          <Button onClick={() => actions?.restore('notes', note.id)}>{t.restore}</Button>
        )}
      </div>
    </div>
  )
}

/** Where the note lies: its tile, its place there, its line. */
function Placing({ note }: { note: Note }) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const { notes, lines } = useBoard()
  const actions = useBoardActions()
  const move = useMoveNote()
  const mayOrder = useCan()({ type: 'orderLines' }) === null
  const lying = notesOn(notes, note.bouwsteen)
  const index = lying.findIndex(each => each.id === note.id)
  const open = lines.filter(line => line.deletedAt === null)
  if (!move && !mayOrder) return null
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {move && (
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
      )}
      {mayOrder && open.length > 0 && (
        <Field label={t.line}>
          {field => (
            <Select
              {...field}
              value={note.line ?? ''}
              onChange={event => actions?.putInLine(note.id, event.target.value || null)}
            >
              <option value="">{t.noLine}</option>
              {open.map(line => (
                <option key={line.id} value={line.id}>
                  {line.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {move && (
        <div className="flex gap-3 sm:col-span-2">
          <Button
            disabled={index <= 0}
            onClick={() => move(note.id, note.bouwsteen, lying[index - 1]?.id ?? null)}
          >
            {t.earlier}
          </Button>
          <Button
            disabled={index === lying.length - 1}
            onClick={() => move(note.id, note.bouwsteen, lying[index + 2]?.id ?? null)}
          >
            {t.later}
          </Button>
        </div>
      )}
    </div>
  )
}

'use client'
import { type KeyboardEvent, useEffect } from 'react'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { useDeskActions } from '#components/live/desk.ts'
import { useHeld } from '#components/live/session.tsx'
import { useSharedText } from '#components/live/shared-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { useLayingOut } from './lay-out.tsx'
import { nextOrder } from './order.ts'

/** A note of one's own desk opened: written on, moved to another bouwsteen, thrown away, laid out. */
export function DeskNoteDialog(props: {
  note: DeskNote | null
  notes: readonly DeskNote[]
  mayLayOut: boolean
  onClose: () => void
}) {
  const { note, onClose } = props
  const t = useMessages(deskMessages)
  return (
    <Dialog
      open={note !== null}
      onClose={onClose}
      title={t.note}
      actions={note && <Actions note={note} mayLayOut={props.mayLayOut} onClose={onClose} />}
    >
      {note && <Opened key={note.id} note={note} notes={props.notes} onClose={onClose} />}
    </Dialog>
  )
}

function Opened(props: { note: DeskNote; notes: readonly DeskNote[]; onClose: () => void }) {
  const { note, notes, onClose } = props
  const t = useMessages(deskMessages)
  const language = useLanguage()
  const actions = useDeskActions()
  const held = useHeld()
  const text = useSharedText<HTMLTextAreaElement>('notes', note.id)
  useEffect(() => {
    const field = text.current
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [text])
  const done = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onClose()
  }
  const move = (to: Bouwsteen) => actions?.move(note.id, { bouwsteen: to, order: nextOrder(notes, to) })
  return (
    <div className="flex flex-col gap-4">
      <textarea
        ref={text}
        aria-label={t.noteText}
        defaultValue={note.text}
        maxLength={NOTE_TEXT_MAX}
        rows={4}
        readOnly={held}
        onKeyDown={done}
        className="field-sizing-content max-h-[40dvh] min-h-32 w-full rounded-sm p-4 text-lg text-ink shadow-note"
        style={{ background: `var(--note-${note.bouwsteen})` }}
      />
      {held && <p>{t.held}</p>}
      <Field label={t.place}>
        {field => (
          <Select
            {...field}
            disabled={held}
            value={note.bouwsteen}
            onChange={event => move(event.target.value as Bouwsteen)}
          >
            {bouwstenen.map(each => (
              <option key={each} value={each}>
                {bouwsteenContent[each].name[language]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}

function Actions({ note, mayLayOut, onClose }: { note: DeskNote; mayLayOut: boolean; onClose: () => void }) {
  const t = useMessages(deskMessages)
  const say = useSay()
  const actions = useDeskActions()
  const held = useHeld()
  const { busy, error, layOut } = useLayingOut()
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <Button variant="primary" onClick={onClose}>
        {t.done}
      </Button>
      {mayLayOut && note.text.trim() !== '' && (
        <Button disabled={busy || held} onClick={() => void layOut([note.id])}>
          {t.layOut}
        </Button>
      )}
      <Button
        variant="danger"
        disabled={held}
        onClick={() => {
          actions?.bin(note.id)
          say(t.away)
          onClose()
        }}
      >
        {t.bin}
      </Button>
    </>
  )
}

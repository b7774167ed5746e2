'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useBoard, useBoardActions, useCan, usePeople } from '#components/live/board.tsx'
import { useSharedText } from '#components/live/shared-text.tsx'
import { useBusy, useTell, useTellWriting } from '#components/live/use-presence.ts'
import { SpotlightButton } from '#components/together/brings.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { NOTE_TEXT_MAX, type Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { useSay } from '../announcer/announcer.tsx'
import { NoteCement } from '../cement/note-cement.tsx'
import { CopyLink } from '../place/copy-link.tsx'
import { useBusyPhrases, useTogether } from './busy-line.tsx'
import { focusNote } from './focus-note.ts'
import { NotePlace } from './note-place.tsx'
import { PartnerMark } from './partner-mark.tsx'
import { Reactions } from './reactions.tsx'
import { Replies } from './replies.tsx'
import { usePapers } from './use-papers.ts'
import { useWhyNot } from './why-not.ts'
import { useWriters } from './writers.ts'

/** A note opened: written in together, reacted to, added to, moved, laid in a line, thrown away. */
export function NoteDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useMessages(noteMessages)
  const board = useMessages(boardMessages)
  const language = useLanguage()
  const note = useBoard().notes.find(each => each.id === id)
  const tell = useTell()
  useEffect(() => {
    tell('at', id)
    return () => tell('at', null)
  }, [id, tell])
  const opened = useRef<string | null>(null)
  if (id !== null) opened.current = id
  const close = () => {
    onClose()
    if (opened.current !== null) refocus(opened.current)
  }
  return (
    <Dialog
      open={note !== undefined}
      onClose={close}
      wide
      title={note ? t.noteAt(bouwsteenContent[note.bouwsteen].name[language]) : board.note}
      actions={note && <Actions note={note} onClose={close} />}
    >
      {note && <Opened key={note.id} note={note} onClose={close} />}
    </Dialog>
  )
}

/** The dialog gives the focus back to where it was; when that was drawn anew elsewhere, the note itself gets it. */
function refocus(note: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) focusNote(note)
  })
}

function Opened({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useMessages(boardMessages)
  const n = useMessages(noteMessages)
  const lies = note.deletedAt === null
  const done = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl and Enter do what the button does, from wherever one is in here
    <div className="flex flex-col gap-x-6 gap-y-4 md:flex-row" onKeyDown={done}>
      <div className="flex min-w-0 flex-col gap-4 md:grow">
        <Text note={note} />
        {lies && note.author === null && <p className="text-sm text-muted">{n.namedHere}</p>}
        {lies && <Reactions note={note.id} />}
        {lies && <Replies note={note.id} />}
        {lies && <NoteCement note={note} />}
      </div>
      {lies ? <NotePlace note={note} /> : <p className="md:w-64">{t.gone}</p>}
    </div>
  )
}

function Text({ note }: { note: Note }) {
  const t = useMessages(boardMessages)
  const views = useMessages(viewMessages)
  const writer = useWriters()(note.author, note.partner)
  const paper = usePapers()(note).note
  const why = useWhyNot({ type: 'editNote', author: note.author })
  const waits = useCan()({ type: 'editNote', author: note.author }) === 'input-held'
  const lies = note.deletedAt === null
  return (
    <div>
      {lies && (why === null || waits) ? (
        <Written note={note} paper={paper} waits={waits} />
      ) : (
        <Fixed text={note.text} paper={paper} />
      )}
      {lies && why !== null && <p className="mt-1 text-sm">{why}</p>}
      <div className="mt-1 flex items-center gap-2 text-sm text-muted">
        <PartnerMark mark={writer.mark} />
        <p className="grow">{t.by(writer.name, writer.partner)}</p>
        <CopyLink place={{ note: note.id }} label={views.copyNoteLink} />
      </div>
      <Others note={note.id} />
    </div>
  )
}

/** `waits`: not now. The caret stays where it is, for when it goes on. */
function Written({ note, paper, waits }: { note: Note; paper: string; waits: boolean }) {
  const t = useMessages(boardMessages)
  const text = useSharedText<HTMLTextAreaElement>('notes', note.id)
  const typing = useTellWriting(note.id)
  useEffect(() => {
    const field = text.current
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [text])
  return (
    <textarea
      ref={text}
      aria-label={t.noteText}
      defaultValue={note.text}
      maxLength={NOTE_TEXT_MAX}
      rows={4}
      readOnly={waits}
      onInput={typing}
      className="field-sizing-content max-h-[40dvh] min-h-32 w-full rounded-sm p-4 text-lg text-ink shadow-note"
      style={{ background: paper }}
    />
  )
}

/** The text of a note that is not written in: as text, to read and to mark. */
function Fixed({ text, paper }: { text: string; paper: string }) {
  const t = useMessages(boardMessages)
  return (
    <p
      className="max-h-[40dvh] min-h-24 overflow-y-auto rounded-sm p-4 text-lg break-words whitespace-pre-wrap text-ink shadow-note"
      style={{ background: paper }}
    >
      {text || t.emptyNote}
    </p>
  )
}

/** Who else is here: writing, moving it, or only looking. */
function Others({ note }: { note: string }) {
  const t = useMessages(noteMessages)
  const together = useTogether()
  const busy = useBusy(note)
  const { writing, moving } = useBusyPhrases(busy)
  const looking = usePeople()
    .filter(person => person.at === note && !busy.writing.includes(person.name))
    .map(person => person.name)
  const open = looking.length > 0 ? t.alsoOpen(together(looking), looking.length) : null
  const said = [writing, moving, open].filter(each => each !== null)
  return (
    <p aria-live="polite" className="min-h-6 text-sm font-semibold">
      {said.length > 0 && `${said.join('. ')}.`}
    </p>
  )
}

function Actions({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useMessages(boardMessages)
  const notes = useMessages(noteMessages)
  const say = useSay()
  const actions = useBoardActions()
  const can = useCan()
  const lies = note.deletedAt === null
  const mayBin = can({ type: 'binNote', author: note.author }) === null
  return (
    <>
      <Button variant="primary" onClick={onClose}>
        {t.done}
      </Button>
      {lies && <SpotlightButton note={note.id} />}
      {lies && can({ type: 'addNote', bouwsteen: note.bouwsteen }) === null && (
        <Button
          onClick={() => {
            actions?.duplicateNotes([note.id])
            onClose()
            say(notes.duplicated)
          }}
        >
          {notes.duplicate}
        </Button>
      )}
      {mayBin && lies && (
        <Button
          variant="danger"
          onClick={() => {
            actions?.bin('notes', note.id)
            onClose()
            say(t.binned)
          }}
        >
          {t.bin}
        </Button>
      )}
      {mayBin && !lies && <Button onClick={() => actions?.restore('notes', note.id)}>{t.restore}</Button>}
    </>
  )
}

'use client'
import { type ReactNode, useState } from 'react'
import { useBoard, useBoardActions } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { byEnter } from '#components/ui/by-enter.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { promptsBetween } from '#lib/content/tuning.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { CEMENT_TEXT_MAX } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { useSay } from '../announcer/announcer.tsx'
import { NoteAtEnd } from './note-at-end.tsx'
import { NotePicker } from './note-picker.tsx'
import type { Begin } from './use-cement.ts'

/** Makes cement: one note, another of another bouwsteen, and a sentence; what was given beforehand is not asked. */
export function LayDialog(props: { begin: Begin; open: boolean; onClose: () => void }) {
  const t = useMessages(cementMessages)
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.make} wide>
      <Laying begin={props.begin} onClose={props.onClose} />
    </Dialog>
  )
}

function Laying({ begin, onClose }: { begin: Begin; onClose: () => void }) {
  const t = useMessages(cementMessages)
  const { notes } = useBoard()
  const [ends, setEnds] = useState({ from: begin.from ?? null, to: begin.to ?? null })
  const lying = (id: string | null) => notes.find(note => note.id === id && note.deletedAt === null)
  const from = lying(ends.from)
  const chosen = lying(ends.to)
  // Two notes of one bouwsteen need no cement: then another is asked for.
  const to = chosen?.bouwsteen === from?.bouwsteen ? undefined : chosen
  const [atFrom, atTo] = begin.tiles ?? []
  const fromTiles = atFrom ? [atFrom] : bouwstenen.filter(each => each !== to?.bouwsteen)
  const toTiles = atTo ? [atTo] : bouwstenen.filter(each => each !== from?.bouwsteen)
  const [one, other] = [from?.bouwsteen ?? atFrom, to?.bouwsteen ?? atTo]
  return (
    <div className="flex flex-col gap-4">
      {one && other ? <Prompt one={one} other={other} /> : <p className="text-muted">{t.intro}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {from && <End label={t.first} note={from} onOther={() => setEnds({ ...ends, from: null })} />}
        {to && <End label={t.second} note={to} onOther={() => setEnds({ ...ends, to: null })} />}
      </div>
      {!from && (
        <NotePicker
          key="from"
          label={t.pickFirst}
          tiles={fromTiles}
          towards={to?.bouwsteen ?? null}
          onPick={note => setEnds({ ...ends, from: note })}
        />
      )}
      {from && !to && (
        <NotePicker
          key="to"
          label={t.pickSecond}
          tiles={toTiles}
          towards={from.bouwsteen}
          onPick={note => setEnds({ ...ends, to: note })}
        />
      )}
      {from && to && <Sentence from={from} to={to} onClose={onClose} />}
    </div>
  )
}

/** What the method asks of the two bouwstenen; the one that one comes from asks first. */
function Prompt({ one, other }: { one: Bouwsteen; other: Bouwsteen }) {
  const t = useMessages(cementMessages)
  const language = useLanguage()
  const [found] = promptsBetween(one, other)
  if (!found) return <p className="text-muted">{t.intro}</p>
  const name = (each: Bouwsteen) => bouwsteenContent[each].name[language]
  return (
    <div>
      <p className="text-sm text-muted">{t.methodAsks(name(found.from), name(found.to))}</p>
      <p className="font-serif text-lg italic">{found.prompt[language]}</p>
    </div>
  )
}

function End(props: { label: string; note: Note; onOther: () => void }): ReactNode {
  const t = useMessages(cementMessages)
  return (
    <section aria-label={props.label} className="flex flex-col items-start gap-1">
      <NoteAtEnd note={props.note} />
      <button
        type="button"
        aria-label={`${t.other}: ${props.label}`}
        onClick={props.onOther}
        className="min-h-11 rounded-lg px-1 text-sm underline underline-offset-4 hover:bg-surface"
      >
        {t.other}
      </button>
    </section>
  )
}

function Sentence({ from, to, onClose }: { from: Note; to: Note; onClose: () => void }) {
  const t = useMessages(cementMessages)
  const language = useLanguage()
  const say = useSay()
  const actions = useBoardActions()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const lay = () => {
    if (text.trim() === '') return setMissing(true)
    actions?.addCement({ from: from.id, to: to.id, text: text.trim() })
    const name = (note: Note) => bouwsteenContent[note.bouwsteen].name[language]
    say(t.laid(name(from), name(to)))
    onClose()
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault()
        lay()
      }}
    >
      <Field label={t.sentence} hint={t.sentenceHint} error={missing ? t.sentenceMissing : undefined}>
        {field => (
          <TextArea
            {...field}
            autoFocus
            data-focus-first
            rows={2}
            value={text}
            maxLength={CEMENT_TEXT_MAX}
            enterKeyHint="done"
            onKeyDown={byEnter(lay)}
            onChange={event => {
              setText(event.target.value)
              setMissing(false)
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          {t.lay}
        </Button>
        <Button onClick={onClose}>{t.cancel}</Button>
      </div>
    </form>
  )
}

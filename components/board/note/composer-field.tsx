'use client'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useDraft } from '#components/live/drafts.ts'
import { byEnter } from '#components/ui/by-enter.ts'
import { useLanguage } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'

type Composing = {
  text: string
  setText: (text: string) => void
  field: RefObject<HTMLTextAreaElement | null>
  put: () => void
  /** Whether it can be put down now. */
  mayPut: boolean
  /** How many were put down: each next one is begun with another half sentence. */
  turn: number
}

/** A note while it is written: a draft that stays over a reload. `lay` puts its text down; null while that is not possible. */
export function useComposing(bouwsteen: Bouwsteen, lay: ((text: string) => void) | null): Composing {
  const [text, setText] = useDraft(bouwsteen)
  const [turn, setTurn] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const put = () => {
    field.current?.focus()
    if (text.trim() === '' || !lay) return
    lay(text.trim())
    setText('')
    setTurn(turn + 1)
  }
  return { text, setText, field, put, mayPut: lay !== null, turn }
}

/** The paper to write on. Enter puts it down, so that a thought costs one key; Shift and Enter begin a new line. */
export function ComposerField(props: {
  bouwsteen: Bouwsteen
  composing: Composing
  label: string
  onEscape?: (() => void) | undefined
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  /** Not now: what stands in it stays, and the caret too. */
  waits?: boolean
}) {
  const { bouwsteen, composing, onEscape } = props
  const language = useLanguage()
  const { noteStarters } = bouwsteenContent[bouwsteen]
  const starter = noteStarters[composing.turn % noteStarters.length]
  const enter = byEnter(composing.put)
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape?.()
    enter(event)
  }
  return (
    <textarea
      ref={composing.field}
      rows={2}
      value={composing.text}
      maxLength={NOTE_TEXT_MAX}
      readOnly={props.waits}
      enterKeyHint="send"
      aria-label={props.label}
      placeholder={starter?.[language]}
      onChange={event => composing.setText(event.target.value)}
      onKeyDown={key}
      onPaste={props.onPaste}
      className="w-full grow resize-none rounded-sm p-3 text-base text-ink shadow-note placeholder:text-ink/70"
      style={{ background: `var(--note-${bouwsteen})` }}
    />
  )
}

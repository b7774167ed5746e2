'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { useDeskActions } from '#components/live/desk.ts'
import { useDraft } from '#components/live/drafts.ts'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { nextOrder } from './order.ts'

/** The place to write, always open: Enter puts a note on the desk, Shift and Enter begin a new line. */
export function DeskComposer(props: {
  bouwsteen: Bouwsteen
  notes: readonly DeskNote[]
  /** Half a sentence that was chosen to begin with; each `turn` is a choice. */
  begun: { text: string; turn: number }
}) {
  const { bouwsteen, begun } = props
  const t = useMessages(deskMessages)
  const language = useLanguage()
  const say = useSay()
  const actions = useDeskActions()
  const [text, setText] = useDraft(bouwsteen)
  const [put, setPut] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const taken = useRef(begun.turn)
  const { name, noteStarters } = bouwsteenContent[bouwsteen]
  const starter = noteStarters[put % noteStarters.length]
  useEffect(() => {
    if (begun.turn === taken.current) return
    taken.current = begun.turn
    setText(text.trim() === '' ? begun.text : `${text}\n${begun.text}`)
    field.current?.focus()
  }, [begun, text, setText])

  const lay = () => {
    field.current?.focus()
    if (text.trim() === '' || !actions) return
    actions.add({ bouwsteen, order: nextOrder(props.notes, bouwsteen), text: text.trim() })
    setText('')
    setPut(put + 1)
    say(t.laid(name[language]), false)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    lay()
  }
  return (
    <form
      data-composer
      className="sticky bottom-0 z-10 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
      onSubmit={event => {
        event.preventDefault()
        lay()
      }}
    >
      <div className="mx-auto flex max-w-3xl flex-col gap-2 sm:flex-row">
        <textarea
          ref={field}
          rows={2}
          value={text}
          maxLength={NOTE_TEXT_MAX}
          enterKeyHint="send"
          aria-label={t.compose(name[language])}
          placeholder={starter?.[language]}
          onChange={event => setText(event.target.value)}
          onKeyDown={key}
          className="w-full grow resize-none rounded-sm p-3 text-base text-ink shadow-note placeholder:text-ink/70"
          style={{ background: `var(--note-${bouwsteen})` }}
        />
        <Button type="submit" variant="primary" className="whitespace-nowrap">
          {t.put}
        </Button>
      </div>
    </form>
  )
}

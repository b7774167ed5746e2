'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useBoard, useBoardActions } from '#components/live/board.tsx'
import { useDraft } from '#components/live/drafts.ts'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { useSay } from '../announcer/announcer.tsx'
import { lastOrder } from './note-order.ts'

/** Writes a new note. Enter puts it down, so that a thought costs one key; Shift and Enter begin a new line. */
export function Composer(props: {
  bouwsteen: Bouwsteen
  focus: boolean
  onCancel?: () => void
  onLaid?: (note: string) => void
}) {
  const { bouwsteen, onCancel } = props
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const say = useSay()
  const { notes } = useBoard()
  const actions = useBoardActions()
  const [text, setText] = useDraft(bouwsteen)
  const [put, setPut] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const { name, noteStarters } = bouwsteenContent[bouwsteen]
  const starter = noteStarters[put % noteStarters.length]
  useEffect(() => {
    const area = field.current
    if (!props.focus || !area) return
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  }, [props.focus])

  const lay = () => {
    field.current?.focus()
    if (text.trim() === '' || !actions) return
    const id = actions.addNote({ bouwsteen, order: lastOrder(notes, bouwsteen), text: text.trim() })
    setText('')
    setPut(put + 1)
    say(t.laid(name[language]), false)
    props.onLaid?.(id)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel?.()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    lay()
  }
  return (
    <form
      data-composer
      className="@container"
      onSubmit={event => {
        event.preventDefault()
        lay()
      }}
    >
      <div className="flex flex-col gap-2 @lg:flex-row">
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
        <div className="flex gap-2 @lg:flex-col">
          <Button type="submit" variant="primary" className="grow whitespace-nowrap">
            {t.put}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
        </div>
      </div>
    </form>
  )
}

'use client'
import { useEffect, useRef } from 'react'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { ComposerField, useComposing } from '#components/board/note/composer-field.tsx'
import { useDeskActions } from '#components/live/desk.ts'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { nextOrder } from './order.ts'

/** The place to write a note for one's own desk, always open. */
export function DeskComposer(props: {
  bouwsteen: Bouwsteen
  notes: readonly DeskNote[]
  /** Half a sentence that was chosen to begin with; each `turn` is a choice. */
  begun: { text: string; turn: number }
}) {
  const { bouwsteen, begun } = props
  const t = useMessages(deskMessages)
  const name = bouwsteenContent[bouwsteen].name[useLanguage()]
  const say = useSay()
  const actions = useDeskActions()
  const lay = (text: string) => {
    actions?.add({ bouwsteen, order: nextOrder(props.notes, bouwsteen), text })
    say(t.laid(name), false)
  }
  const composing = useComposing(bouwsteen, actions && lay)
  const { text, setText, field, put } = composing
  const taken = useRef(begun.turn)
  useEffect(() => {
    if (begun.turn === taken.current) return
    taken.current = begun.turn
    setText(text.trim() === '' ? begun.text : `${text}\n${begun.text}`)
    field.current?.focus()
  }, [begun, text, setText, field])
  return (
    <form
      data-composer
      className="sticky bottom-0 z-10 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
      onSubmit={event => {
        event.preventDefault()
        put()
      }}
    >
      <div className="mx-auto flex max-w-3xl flex-col gap-2 sm:flex-row">
        <ComposerField bouwsteen={bouwsteen} composing={composing} label={t.compose(name)} />
        <Button type="submit" variant="primary" className="whitespace-nowrap">
          {t.put}
        </Button>
      </div>
    </form>
  )
}

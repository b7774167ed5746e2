'use client'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useBoard, useBoardActions } from '#components/live/board.tsx'
import { usePen, usePens } from '#components/live/pen.ts'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { useSay } from '../announcer/announcer.tsx'
import { usePasted } from '../clipboard/use-pasted.ts'
import { ComposerField, useComposing } from './composer-field.tsx'
import { lastOrder } from './note-order.ts'

const OfferOntoBoard = dynamic(
  () => import('../clipboard/onto-board.tsx').then(file => file.OfferOntoBoard),
  { ssr: false },
)

const AsWhom = dynamic(() => import('./as-whom.tsx').then(file => file.AsWhom), { ssr: false })

/** Writes a new note on the board. */
export function Composer(props: {
  bouwsteen: Bouwsteen
  focus: boolean
  onCancel?: () => void
  onLaid?: (note: string) => void
}) {
  const { bouwsteen, onCancel } = props
  const t = useMessages(boardMessages)
  const name = bouwsteenContent[bouwsteen].name[useLanguage()]
  const say = useSay()
  const { notes } = useBoard()
  const actions = useBoardActions()
  const pens = usePens()
  const [pen] = usePen()
  const lay = (text: string) => {
    const id = actions?.addNote({ bouwsteen, order: lastOrder(notes, bouwsteen), text, by: pen })
    say(t.laid(name), false)
    if (id !== undefined) props.onLaid?.(id)
  }
  const composing = useComposing(bouwsteen, actions && lay)
  const { field, put, text, setText } = composing
  const { pasted, onPaste } = usePasted()
  useEffect(() => {
    const area = field.current
    if (!props.focus || !area) return
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  }, [props.focus, field])
  return (
    <form
      data-composer
      className="@container flex flex-col gap-2"
      onSubmit={event => {
        event.preventDefault()
        put()
      }}
    >
      {pens.length > 0 && <AsWhom />}
      <div className="flex flex-col gap-2 @lg:flex-row">
        <ComposerField
          bouwsteen={bouwsteen}
          composing={composing}
          label={t.compose(name)}
          onEscape={onCancel}
          onPaste={onPaste}
        />
        <div className="flex gap-2 @lg:flex-col">
          <Button
            type="submit"
            variant="primary"
            aria-disabled={!composing.mayPut}
            className="grow whitespace-nowrap"
          >
            {t.put}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
        </div>
      </div>
      {pasted && (
        <OfferOntoBoard
          pasted={pasted}
          text={text}
          tile={bouwsteen}
          onLaid={note => {
            setText('')
            props.onLaid?.(note)
          }}
        />
      )}
    </form>
  )
}

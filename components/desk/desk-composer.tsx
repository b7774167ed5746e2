'use client'
import dynamic from 'next/dynamic'
import { useSay } from '#components/board/announcer/announcer.tsx'
import { StarterChips } from '#components/board/bouwsteen/starter-chips.tsx'
import { usePasted } from '#components/board/clipboard/use-pasted.ts'
import { ComposerField, useComposing } from '#components/board/note/composer-field.tsx'
import { focusComposer, showNote } from '#components/board/note/focus-note.ts'
import { useDeskActions } from '#components/live/desk.ts'
import { useHeld } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'
import { nextOrder } from './order.ts'

const OfferOntoDesk = dynamic(() => import('./onto-desk.tsx').then(file => file.OfferOntoDesk), {
  ssr: false,
})

/** The place to write a note for one's own desk, always open. */
export function DeskComposer(props: {
  bouwsteen: Bouwsteen
  /** What lies on it, and with what is in its bin. */
  lying: readonly DeskNote[]
  notes: readonly DeskNote[]
}) {
  const { bouwsteen, lying, notes } = props
  const t = useMessages(deskMessages)
  const name = bouwsteenContent[bouwsteen].name[useLanguage()]
  const say = useSay()
  const actions = useDeskActions()
  const lay = (text: string) => {
    const [id] = actions?.add([{ bouwsteen, order: nextOrder(lying, bouwsteen), text }]) ?? []
    say(t.laid(name), false)
    if (id !== undefined) showNote(id)
  }
  const { pasted, onPaste } = usePasted()
  const held = useHeld()
  const composing = useComposing(bouwsteen, held ? null : actions && lay)
  const { text, setText, put } = composing
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
      <div className="mx-auto flex max-w-3xl flex-col gap-2">
        {text === '' && !held && (
          <StarterChips
            bouwsteen={bouwsteen}
            inRow
            onStart={start => {
              setText(start)
              focusComposer()
            }}
          />
        )}
        <div className="flex flex-col gap-2 sm:flex-row">
          <ComposerField
            bouwsteen={bouwsteen}
            composing={composing}
            label={t.compose(name)}
            onPaste={onPaste}
            waits={held}
          />
          <Button
            type="submit"
            variant="primary"
            aria-disabled={!composing.mayPut}
            className="whitespace-nowrap"
          >
            {t.put}
          </Button>
        </div>
        {held && <p className="text-sm">{t.held}</p>}
        {pasted && !held && (
          <OfferOntoDesk
            pasted={pasted}
            text={text}
            tile={bouwsteen}
            lying={lying}
            notes={notes}
            onLaid={note => {
              setText('')
              showNote(note)
            }}
          />
        )}
      </div>
    </form>
  )
}

'use client'
import { Plus } from 'lucide-react'
import { useDraft } from '#components/live/drafts.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { StarterChips } from '../bouwsteen/starter-chips.tsx'
import { Composer } from '../note/composer.tsx'
import { focusAdding, focusComposer } from '../note/focus-note.ts'

/** At the thumb: one large button, which becomes the place to write, with half sentences to begin with. */
export function AddBar(props: {
  bouwsteen: Bouwsteen
  open: boolean
  /** Whether somebody asked for it, so that the focus belongs in it. */
  focus: boolean
  onOpen: (open: boolean) => void
  onLaid: (note: string) => void
}) {
  const { bouwsteen, open, onOpen } = props
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const [draft, setDraft] = useDraft(bouwsteen)
  const { name } = bouwsteenContent[bouwsteen]
  return (
    <div
      data-tile={bouwsteen}
      className="sticky bottom-0 z-10 px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
    >
      {open ? (
        <div className="mx-auto flex max-w-3xl flex-col gap-2">
          {draft === '' && (
            <div className="lg:hidden">
              <StarterChips
                bouwsteen={bouwsteen}
                inRow
                onStart={text => {
                  setDraft(text)
                  focusComposer()
                }}
              />
            </div>
          )}
          <Composer
            key={bouwsteen}
            bouwsteen={bouwsteen}
            focus={props.focus}
            onCancel={() => {
              onOpen(false)
              focusAdding(bouwsteen)
            }}
            onLaid={props.onLaid}
          />
        </div>
      ) : (
        <button
          type="button"
          data-adds={bouwsteen}
          onClick={() => onOpen(true)}
          className="mx-auto flex min-h-14 w-full max-w-3xl items-center justify-center gap-2 rounded-xl bg-primary px-4 text-lg font-bold text-on-primary shadow-note"
        >
          <Plus aria-hidden="true" size={24} />
          {t.addHere(name[language])}
        </button>
      )}
    </div>
  )
}

'use client'
import type { KeyboardEvent } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'

/** Chooses a bouwsteen for some notes, by a tap or by its number. */
export function MoveDialog(props: {
  count: number
  open: boolean
  onChoose: (to: Bouwsteen) => void
  onClose: () => void
}) {
  const t = useMessages(listMessages)
  const language = useLanguage()
  const key = (event: KeyboardEvent) => {
    const chosen = /^[1-7]$/.test(event.key) && bouwstenen[Number(event.key) - 1]
    if (!chosen) return
    event.preventDefault()
    props.onChoose(chosen)
  }
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.tileTitle(props.count)}>
      <p className="mb-2 text-muted">{t.tileHint}</p>
      <ol onKeyDown={key} className="flex flex-col gap-1">
        {bouwstenen.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              data-focus-first={index === 0 ? '' : undefined}
              onClick={() => props.onChoose(each)}
              className="flex min-h-11 w-full items-center gap-3 rounded-lg px-3 text-left text-ink hover:brightness-97"
              style={{ background: `var(--note-${each})` }}
            >
              <span aria-hidden="true" className="w-4 text-sm">
                {index + 1}
              </span>
              <BouwsteenIcon bouwsteen={each} />
              {bouwsteenContent[each].name[language]}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

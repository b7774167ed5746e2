'use client'
import { useEffect, useRef } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'
import { notesOn } from './note-order.ts'

/** All seven bouwstenen with how much lies on each, to choose one. */
export function TileStrip(props: { shown: Bouwsteen; onChoose: (bouwsteen: Bouwsteen) => void }) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const { notes } = useBoard()
  const list = useRef<HTMLUListElement>(null)
  const { shown } = props
  useEffect(() => {
    const chosen = list.current?.querySelector(`[data-choose="${shown}"]`)
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [shown])
  return (
    <nav aria-label={t.bouwstenen} className="relative overflow-x-auto">
      <ul ref={list} className="flex gap-1.5">
        {bouwstenen.map(each => (
          <li key={each} className="shrink-0">
            <button
              type="button"
              data-choose={each}
              aria-pressed={each === shown}
              onClick={() => props.onChoose(each)}
              className="flex min-h-11 items-center gap-2 rounded-lg border-2 border-transparent px-3 text-ink aria-pressed:border-current aria-pressed:font-bold"
              style={{ background: `var(--tile-${each})` }}
            >
              <BouwsteenIcon bouwsteen={each} />
              {bouwsteenContent[each].name[language]}
              <span className="text-sm font-normal">
                {notesOn(notes, each).length}
                <span className="sr-only"> {t.notesWord}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

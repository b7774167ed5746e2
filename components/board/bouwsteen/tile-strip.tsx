'use client'
import { Pencil } from 'lucide-react'
import { useOpenTiles } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'

/**
 * All seven bouwstenen with how much lies on each, to choose one. On a phone their marks, and the name of the one that is shown where
 * all stay wide enough for a thumb.
 */
export function TileStrip(props: {
  shown: Bouwsteen | null
  counts: Record<Bouwsteen, number>
  onChoose: (bouwsteen: Bouwsteen) => void
}) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const open = useOpenTiles()
  return (
    <nav aria-label={t.bouwstenen} className="steps-aside shrink-0 px-1 sm:px-4">
      <ul className="flex sm:gap-1.5">
        {bouwstenen.map(each => (
          <li
            key={each}
            className={`min-w-0 ${each === props.shown ? 'flex-1 min-[360px]:flex-[2_1_0] md:flex-1' : 'flex-1'}`}
          >
            <button
              type="button"
              data-choose={each}
              aria-pressed={each === props.shown}
              onClick={() => props.onChoose(each)}
              className="flex min-h-12 w-full min-w-0 flex-col items-center justify-center gap-x-2 rounded-t-lg max-md:aria-pressed:flex-row max-md:aria-pressed:flex-wrap border-b-4 border-transparent px-0.5 py-1 text-ink aria-pressed:border-(--accent) aria-pressed:font-bold md:flex-row md:flex-wrap lg:flex-nowrap"
              style={{
                background: open && !open.includes(each) ? undefined : `var(--tile-${each})`,
                ['--accent' as string]: `var(--accent-${each})`,
              }}
            >
              <BouwsteenIcon bouwsteen={each} />
              <span
                className={`order-last basis-full text-center md:basis-full md:truncate md:text-sm lg:order-none lg:basis-auto lg:text-base ${
                  each === props.shown
                    ? 'truncate text-[min(0.8125rem,3.4vw)] leading-tight max-[359px]:sr-only'
                    : 'sr-only md:not-sr-only'
                }`}
              >
                {bouwsteenContent[each].name[language]}{' '}
              </span>
              <span className="text-sm leading-none tabular-nums">
                {props.counts[each]}
                <span className="sr-only"> {t.notesWord(props.counts[each])}</span>
                {open?.includes(each) && (
                  <>
                    <Pencil aria-hidden="true" size={12} className="ml-0.5 inline-block align-[-1px]" />
                    <span className="sr-only">, {t.openNow}</span>
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

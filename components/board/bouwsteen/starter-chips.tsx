'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { guidanceMessages } from '#lib/i18n/guidance.ts'

/** Sentences to begin a note with; a tap begins it. */
export function StarterChips(props: {
  bouwsteen: Bouwsteen
  onStart: (text: string) => void
  /** All in one row that scrolls aside, where height is dear. */
  inRow?: boolean
}) {
  const t = useMessages(guidanceMessages)
  const language = useLanguage()
  return (
    <ul
      aria-label={t.starters}
      className={`flex gap-1.5 ${props.inRow ? '-mx-3 overflow-x-auto px-3 py-1 lg:mx-0 lg:flex-wrap lg:overflow-visible lg:px-0' : 'flex-wrap'}`}
    >
      {bouwsteenContent[props.bouwsteen].noteStarters.map(starter => (
        <li key={starter.nl} className={props.inRow ? 'shrink-0' : ''}>
          <button
            type="button"
            onClick={() => props.onStart(beginning(starter[language]))}
            className="min-h-11 rounded-2xl border border-muted bg-paper px-3 py-1.5 text-left font-serif italic hover:bg-surface"
          >
            {starter[language]}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A starter without the dots that stand for the rest of the sentence. */
const beginning = (starter: string): string => `${starter.replace(/\s*…\s*$/, '')} `

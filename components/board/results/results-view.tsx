'use client'
import { Hammer, PackageCheck } from 'lucide-react'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { resultMessages } from '#lib/i18n/results.ts'
import { Breakthroughs } from './breakthroughs.tsx'
import { Results } from './results.tsx'

const parts = ['breakthrough', 'results'] as const
type Part = (typeof parts)[number]
const icons = { breakthrough: Hammer, results: PackageCheck }

/** What each partner promises on the second day: to break through what holds it back, and the first results that can be seen. */
export function ResultsView({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const t = useMessages(resultMessages)
  return (
    <div className="mx-auto flex w-full max-w-5xl grow flex-col gap-4 p-3 sm:p-4">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t.parts}</legend>
        {parts.map(each => {
          const Icon = icons[each]
          return (
            <ChoiceButton key={each} look="underlined" chosen={each === part} onChoose={() => onPart(each)}>
              <Icon aria-hidden="true" size={18} />
              {t[each]}
            </ChoiceButton>
          )
        })}
      </fieldset>
      {part === 'breakthrough' ? <Breakthroughs /> : <Results />}
    </div>
  )
}

'use client'
import { type ReactNode, useState } from 'react'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { OwnPreparation } from './own-preparation.tsx'

const looks = ['preparation', 'board'] as const

/** What one's own partner writes, and the board (`children`) behind it. */
export function Preparing({ view, children }: { view: SessionView; children: ReactNode }) {
  const t = useMessages(preparationMessages)
  const [look, setLook] = useState<(typeof looks)[number]>('preparation')
  return (
    <>
      <fieldset className="flex flex-wrap gap-1 px-2 py-1.5 sm:px-4">
        <legend className="sr-only">{t.looks}</legend>
        {looks.map(each => (
          <ChoiceButton key={each} look="raised" chosen={each === look} onChoose={() => setLook(each)}>
            {t[each]}
          </ChoiceButton>
        ))}
      </fieldset>
      {look === 'preparation' ? <OwnPreparation view={view} /> : children}
    </>
  )
}

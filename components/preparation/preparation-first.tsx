'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { preparationMessages } from '#lib/i18n/preparation.ts'

const OwnPreparation = dynamic(() => import('./own-preparation.tsx').then(file => file.OwnPreparation), {
  ssr: false,
})
const looks = ['preparation', 'board'] as const

/** While partners prepare, what one writes for one's own comes before the board. `children` is the board. */
export function PreparationFirst({ children }: { children: ReactNode }) {
  const t = useMessages(preparationMessages)
  const view = useSessionView()
  const [look, setLook] = useState<(typeof looks)[number]>('preparation')
  const open = view?.preparation?.open === true && view.me.role === 'participant'
  const atWork = open && look === 'preparation'
  return (
    <>
      {open && (
        <fieldset className="flex flex-wrap gap-1 px-2 py-1.5 sm:px-4">
          <legend className="sr-only">{t.looks}</legend>
          {looks.map(each => (
            <ChoiceButton key={each} look="raised" chosen={each === look} onChoose={() => setLook(each)}>
              {t[each]}
            </ChoiceButton>
          ))}
        </fieldset>
      )}
      {atWork && <OwnPreparation view={view} />}
      {!atWork && children}
    </>
  )
}

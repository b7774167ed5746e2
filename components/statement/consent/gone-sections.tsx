'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Consent } from '#lib/domain/consent.ts'
import type { StatementSection } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { TakeBack } from './take-back.tsx'

/** Reservations about sections that are no longer there: they are not lost, and their partner may take them back. */
export function GoneSections(props: {
  sections: readonly StatementSection[]
  partner: string | null
  entering: boolean
}) {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  const isGone = ({ section, answer }: Consent) =>
    answer === 'reserves' && !props.sections.some(({ key }) => key === section)
  const gone = view?.consents.filter(isGone) ?? []
  if (!view || gone.length === 0) return null
  return (
    <section aria-labelledby="consents-gone" className="flex flex-col gap-2">
      <h3 id="consents-gone" className="font-bold">
        {t.goneSections}
      </h3>
      <p className="text-muted">{t.goneText}</p>
      <ul className="flex flex-col gap-3">
        {gone.map(each => (
          <li key={`${each.section} ${each.partner}`} className="border-l-4 border-line pl-3">
            <p className="text-sm">
              <b>{view.partners.find(({ id }) => id === each.partner)?.name}</b> ·{' '}
              {each.title || t.beforeSections}
            </p>
            <p className="whitespace-pre-line break-words">{each.text}</p>
            {each.partner === props.partner && <TakeBack consent={each} entering={props.entering} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

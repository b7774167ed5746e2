'use client'
import { useMemo, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { answersFor, consentOf, consentStanding } from '#lib/domain/consent.ts'
import { type StatementSection, statementSections } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { useSettledBody } from '../settled-body.ts'
import { EnterFor } from './enter-for.tsx'
import { GoneSections } from './gone-sections.tsx'
import { Matrix } from './matrix.tsx'
import { SectionConsent } from './section-consent.tsx'

/** How partners stand to each section of the text as it reads now: under it, to be answered to by who speaks for one. */
export function Consents() {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  const sections = useSections()
  const [chosen, setChosen] = useState('')
  if (!view || view.partners.length === 0 || sections.length === 0) return null
  const others = answersFor(view.me, view.roster, view.hosted).filter(id => id !== view.me.partner)
  const entering = others.includes(chosen) ? chosen : null
  const mine = view.partners.find(({ id }) => id === view.me.partner)
  const answers = view.me.role === 'participant' ? mine : undefined
  return (
    <section
      id="consents"
      aria-labelledby="consents-title"
      className="flex max-w-4xl scroll-mt-32 flex-col gap-4 border-t border-line pt-6"
    >
      <h2 id="consents-title" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="max-w-[68ch]">{t.lead}</p>
      {answers && <p className="text-muted">{t.own(answers.name)}</p>}
      <EnterFor
        partners={view.partners.filter(({ id }) => others.includes(id))}
        chosen={entering}
        onChoose={setChosen}
      />
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {sections.map((section, at) => (
          <SectionConsent
            key={section.key}
            section={section}
            number={at + 1}
            partner={entering ?? answers?.id ?? null}
            entering={entering !== null}
          />
        ))}
      </ol>
      <GoneSections
        sections={sections}
        partner={entering ?? answers?.id ?? null}
        entering={entering !== null}
      />
      {view.me.role === 'facilitator' && <Matrix sections={sections} />}
    </section>
  )
}

/** How far it is, above the text, with the way to it. */
export function ConsentSummary() {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  const sections = useSections()
  if (!view || view.partners.length === 0 || sections.length === 0) return null
  const { partner, role } = view.me
  const answered = (of: string) =>
    sections.filter(section => {
      const standing = consentStanding(consentOf(view.consents, section.key, of), section)
      return standing !== 'open' && standing !== 'changed'
    }).length
  const own = role === 'participant' && partner !== null
  const all = view.partners.reduce((sum, { id }) => sum + answered(id), 0)
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <span role="status">
        {own
          ? t.summaryOwn(answered(partner), sections.length)
          : t.summaryAll(all, sections.length * view.partners.length)}
      </span>
      <a href="#consents" className="inline-flex min-h-11 items-center">
        {t.toConsents}
      </a>
    </p>
  )
}

function useSections(): StatementSection[] {
  const body = useSettledBody()
  return useMemo(() => (body ? statementSections(body) : []), [body])
}

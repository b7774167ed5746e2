'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Consent, type ConsentStanding, consentOf, consentStanding } from '#lib/domain/consent.ts'
import type { StatementSection } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { ChangedSince } from './changed-since.tsx'
import { OwnAnswer } from './own-answer.tsx'
import { StandingMark } from './standing-mark.tsx'

const order = ['agrees', 'reserves', 'waits', 'changed', 'open'] as const satisfies readonly ConsentStanding[]

/**
 * One section: how many partners stand how, what they wrote, and the answer of the partner that one answers for; `partner` null: one gives
 * none. `entering`: one writes down what that partner says, which has no device.
 */
export function SectionConsent(props: {
  section: StatementSection
  number: number
  partner: string | null
  entering: boolean
}) {
  const { section, partner } = props
  const t = useMessages(consentMessages)
  const view = useSessionView()
  if (!view) return null
  const title = section.title || t.beforeSections
  const standings = view.partners.map(({ id }) =>
    consentStanding(consentOf(view.consents, section.key, id), section),
  )
  const counts = order.flatMap(standing => {
    const n = standings.filter(each => each === standing).length
    return n > 0 ? [{ standing, said: t.counted(standing, n) }] : []
  })
  const own = partner === null ? undefined : consentOf(view.consents, section.key, partner)
  const changed = own !== undefined && consentStanding(own, section) === 'changed'
  return (
    <li className="flex flex-col gap-2 py-4">
      <h3 className="flex items-baseline gap-2 text-lg font-bold">
        <span className="text-muted">{props.number}.</span>
        <button
          type="button"
          lang={view.session.language}
          title={t.toText(title)}
          onClick={() => readSection(section.title)}
          className="min-h-11 text-left underline-offset-4 hover:underline"
        >
          {title}
        </button>
      </h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {counts.map(({ standing, said }) => (
          <li key={standing} className="flex items-center gap-1.5">
            <StandingMark standing={standing} />
            {said}
          </li>
        ))}
      </ul>
      <Written section={section.key} />
      {changed && (
        <Notice kind="info">
          <p className="font-semibold">{t.changedSince}</p>
          <ChangedSince hash={own.textHash} section={section} />
        </Notice>
      )}
      {partner !== null && (
        <OwnAnswer
          key={partner}
          {...{ section, title, own, changed }}
          entering={props.entering ? partner : null}
        />
      )}
    </li>
  )
}

/** What partners wrote beside their answer, and what was written down for them, each by name. */
function Written({ section }: { section: string }) {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  const language = useLanguage()
  const written =
    view?.consents.filter(each => each.section === section && (each.text !== '' || each.entered)) ?? []
  if (!view || written.length === 0) return null
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const told = ({ partner, by, at, answer, entered }: Consent) => ({
    partner: view.partners.find(({ id }) => id === partner)?.name ?? '',
    by: (entered ? t.entered : t.given)(view.roster.find(({ id }) => id === by)?.name ?? '', date.format(at)),
    answer: t[answer],
  })
  return (
    <ul className="flex max-w-[68ch] flex-col gap-2">
      {written.map(each => {
        const { partner, by, answer } = told(each)
        return (
          <li key={each.partner} className="border-l-4 border-line pl-3">
            <p className="text-sm">
              <b>{partner}</b> · {answer} <span className="text-muted">({by})</span>
            </p>
            <p className="whitespace-pre-line break-words">{each.text}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** Shows a section in the text, by its heading. */
function readSection(title: string): void {
  const headings = [...document.querySelectorAll<HTMLElement>('.statement-editor h2')]
  const found = headings.find(({ textContent }) => textContent?.trim() === title.trim()) ?? headings[0]
  found?.scrollIntoView({ block: 'start' })
}

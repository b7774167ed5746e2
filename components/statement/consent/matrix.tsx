'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { consentOf, consentStanding } from '#lib/domain/consent.ts'
import type { StatementSection } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { StandingMark } from './standing-mark.tsx'

const standings = ['agrees', 'reserves', 'waits', 'changed', 'open'] as const

/** Who stands how to which section, at one sight: for who leads. */
export function Matrix({ sections }: { sections: readonly StatementSection[] }) {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  if (!view) return null
  return (
    <section aria-labelledby="consents-matrix" className="flex flex-col gap-2">
      <h3 id="consents-matrix" className="text-lg font-bold">
        {t.matrix}
      </h3>
      <p className="text-sm text-muted">{t.matrixLegend}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {standings.map(standing => (
          <li key={standing} className="flex items-center gap-1.5">
            <StandingMark standing={standing} />
            {t[standing]}
          </li>
        ))}
        {view.consents.some(({ entered }) => entered) && <li>* {t.enteredShort}</li>}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it */}
      <section aria-label={t.matrix} tabIndex={0} className="relative overflow-x-auto">
        <table className="border-collapse text-left text-sm">
          <thead>
            <tr>
              <th scope="col" className="py-2 pr-4">
                {t.partner}
              </th>
              {sections.map(({ key, title }, at) => (
                <th key={key} scope="col" title={title} className="px-2.5 py-2 text-center">
                  <span aria-hidden="true">{at + 1}</span>
                  <span className="sr-only">{title || t.beforeSections}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.partners.map(({ id, name }) => (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {name}
                </th>
                {sections.map(section => {
                  const consent = consentOf(view.consents, section.key, id)
                  const standing = consentStanding(consent, section)
                  const entered = consent?.entered ? ` (${t.enteredShort})` : ''
                  return (
                    <td
                      key={section.key}
                      title={`${t[standing]}${entered}`}
                      className="px-2.5 py-2 text-center"
                    >
                      <StandingMark standing={standing} />
                      <span className="sr-only">{`${t[standing]}${entered}`}</span>
                      {entered && <sup aria-hidden="true">*</sup>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

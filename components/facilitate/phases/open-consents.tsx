'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useSettledBody } from '#components/statement/settled-body.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { openConsents } from '#lib/domain/consent.ts'
import { statementSections } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'

/** Most partners named at once; the others are counted. */
const NAMED_MAX = 4

/** Which partners have yet to agree to which sections, before the text is fixed: to know, not to stop. */
export function OpenConsents() {
  const t = useMessages(consentMessages)
  const view = useSessionView()
  const body = useSettledBody()
  if (!view || !body || view.partners.length === 0) return null
  const { all, some } = openConsents(statementSections(body), view.partners, view.consents)
  if (all.length === 0 && some.length === 0) return null
  const named = (partners: readonly string[]) => {
    const names = partners.map(of => view.partners.find(({ id }) => id === of)?.name ?? '')
    const shown = names.slice(0, NAMED_MAX).join(', ')
    return names.length > NAMED_MAX ? t.andMore(shown, names.length - NAMED_MAX) : shown
  }
  return (
    <div className="mt-3">
      <Notice kind="info">
        {view.consents.length === 0 ? (
          <p>{t.nobodyYet}</p>
        ) : (
          <>
            <p>{t.stillOpen}</p>
            <ul className="my-1 list-disc pl-5">
              {all.length > 0 && <li>{t.openForAll(named(all))}</li>}
              {some.map(({ section, partners }) => (
                <li key={section.key}>{t.openFor(section.title || t.beforeSections, named(partners))}</li>
              ))}
            </ul>
            <p>{t.stillOpenText}</p>
          </>
        )}
      </Notice>
    </div>
  )
}

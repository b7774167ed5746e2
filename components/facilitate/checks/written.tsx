'use client'
import { gradeText } from '#components/check/grade-text.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { alertsOf, checkForms } from '#lib/content/check-forms.ts'
import type { CheckAnswer } from '#lib/domain/check.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'

/** What people wrote in a check, for who leads alone: mixed where it was anonymous, else partner by partner. */
export function Written({ check }: { check: CheckView }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const { told } = check
  if (!told) return null
  const { texts, calls, partners } = told
  const asked = checkForms[check.kind].questions.filter(({ ask }) => texts[ask.id]?.length)
  return (
    <>
      {calls.length > 0 && (
        <p>
          <b>☎ {t.calls}:</b> {calls.join(', ')}
        </p>
      )}
      {asked.length > 0 && (
        <details>
          <summary className="min-h-11 content-center font-semibold">{t.written}</summary>
          <p className="text-sm text-muted">{t.writtenHint}</p>
          {asked.map(({ ask, title }) => (
            <div key={ask.id} className="pt-2">
              <h4 className="font-bold">{title[language]}</h4>
              <ul className="list-disc pl-5">
                {/* They lie in an order of their own, and two may be the same. */}
                {texts[ask.id]?.map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same
                  <li key={index} className="break-words">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {partners.length > 0 && (
        <details>
          <summary className="min-h-11 content-center font-semibold">{t.cards}</summary>
          <p className="pb-2 text-sm text-muted">{t.cardsHint}</p>
          <ul className="grid gap-3 sm:grid-cols-2">
            {partners.map(({ partner, answer, byLead }) => (
              <Card key={partner} check={check} partner={partner} answer={answer} byLead={byLead} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Card(props: { check: CheckView; partner: string; answer: CheckAnswer; byLead: boolean }) {
  const hands = useMessages(checkHandsMessages)
  const language = useLanguage()
  const view = useSessionView()
  const { check, answer } = props
  const alerts = check.kind === 'giveTake' ? alertsOf(answer) : []
  const given = checkForms[check.kind].questions.filter(({ ask }) => answer[ask.id] !== undefined)
  return (
    <li className="flex flex-col gap-2 rounded-lg bg-surface p-3">
      <h4 className="font-bold">{view?.partners.find(({ id }) => id === props.partner)?.name}</h4>
      {props.byLead && <p className="text-sm text-muted">{hands.ofByLead}</p>}
      <dl className="flex flex-col gap-1">
        {given.map(({ ask, title, options }) => {
          const value = answer[ask.id] ?? ''
          return (
            <div key={ask.id}>
              <dt className="text-sm text-muted">{title[language]}</dt>
              <dd className="break-words">
                {typeof value === 'number'
                  ? gradeText(language, value)
                  : (options[value]?.[language] ?? value)}
              </dd>
            </div>
          )
        })}
      </dl>
      {alerts.map(each => (
        <p key={each.nl} className="font-semibold">
          <span aria-hidden="true">⚠ </span>
          {each[language]}
        </p>
      ))}
    </li>
  )
}

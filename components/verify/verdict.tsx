'use client'
import { useEffect, useRef } from 'react'
import { signingMark } from '#components/sign/signing-partners.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { writtenMandate } from '#lib/i18n/signing-sentence.ts'
import { verifyMessages } from '#lib/i18n/verify.ts'
import type { VerifyAnswer } from '#lib/protocol/requests.ts'

const edge: Record<VerifyAnswer['verdict'], string> = {
  intact: 'border-(--accent-samen-doen)',
  changed: 'border-danger',
  'not-ours': 'border-(--accent-waarde)',
  unreadable: 'border-muted',
}

/** What was found: first in one sentence, then each thing that was looked at. */
export function Verdict({ name, answer }: { name: string; answer: VerifyAnswer }) {
  const t = useMessages(verifyMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { verdict, checks, statement } = answer
  const otherGiven = verdict === 'not-ours' && checks.some(({ id }) => id === 'given-certificate')
  return (
    <div className="flex flex-col gap-7">
      <div className={`rounded-2xl border-2 bg-surface p-5 sm:p-7 ${edge[verdict]}`}>
        <h2
          ref={heading}
          tabIndex={-1}
          className="flex items-start gap-3 text-2xl font-bold outline-none sm:text-3xl"
        >
          <Mark passed={verdict === 'intact'} size={36} />
          {otherGiven ? t.notGiven : t[verdict]}
        </h2>
        <p className="mt-2 text-lg">{otherGiven ? t.notGivenText : t[`${verdict}Text`]}</p>
        <p className="mt-2 wrap-anywhere text-muted">{t.file(name)}</p>
      </div>
      {checks.length > 0 && (
        <section>
          <h3 className="mb-2 text-xl font-bold">{t.checks}</h3>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {checks.map(({ id, passed, place }) => (
              <li key={id} className="flex items-center gap-3 py-2">
                <Mark passed={passed} size={24} />
                <span className="grow">{t[id]}</span>
                <span className={`whitespace-nowrap ${passed ? 'text-muted' : 'font-bold text-danger'}`}>
                  {passed ? t.passed : place === undefined ? t.notPassed : t.breaksAt(place)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {statement && <StatementFacts statement={statement} />}
      {statement && <PartnersStand partners={answer.partners} />}
      {statement && <Signatures signatures={answer.signatures} />}
    </div>
  )
}

/** A tick or a cross, each in a shape of its own; the words beside it say the same. */
function Mark({ passed, size }: { passed: boolean; size: number }) {
  const colour = passed ? 'var(--accent-samen-doen)' : 'var(--danger)'
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className="shrink-0" fill="none">
      {passed ? <circle cx="12" cy="12" r="11" fill={colour} /> : <path d="M12 1l11 21H1z" fill={colour} />}
      <path
        d={passed ? 'M7 12.5l3.5 3.5L17 9' : 'M12 9v6M12 18v.5'}
        stroke="var(--paper)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

function StatementFacts({ statement }: { statement: NonNullable<VerifyAnswer['statement']> }) {
  const t = useMessages(verifyMessages)
  const date = useDate()
  const facts = [
    [t.statementTitle, statement.title],
    [t.network, statement.network],
    [t.version, String(statement.version)],
    [t.frozenAt, date(statement.frozenAt)],
    [t.hash, statement.hash],
    ...(statement.former ? ([[t.former, statement.former]] as const) : []),
    ...(statement.reservedBy.length > 0 ? ([[t.reservedBy, statement.reservedBy.join(', ')]] as const) : []),
  ] as const
  return (
    <section>
      <h3 className="mb-2 text-xl font-bold">{t.statement}</h3>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How each partner stands, by all who sign for it. */
function PartnersStand({ partners }: Pick<VerifyAnswer, 'partners'>) {
  const t = useMessages(verifyMessages)
  return (
    <section>
      <h3 className="mb-2 text-xl font-bold">{t.partners}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {partners.map(({ name, state, signed, of }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two partners of a file may bear one name, and their order stays
          <li key={index} className="py-2">
            <span aria-hidden="true">{signingMark[state]} </span>
            <span className="font-semibold wrap-anywhere">{name}</span>
            <span className="text-muted">
              : {t[`${state}Partner`]}
              {of > 1 && `, ${t.together(signed, of)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Signatures({ signatures }: Pick<VerifyAnswer, 'signatures'>) {
  const t = useMessages(verifyMessages)
  const language = useLanguage()
  const date = useDate()
  if (signatures.length === 0) return <p>{t.nobody}</p>
  const heads = [t.partner, t.name, t.decision, t.key, t.valid]
  return (
    <section>
      <h3 id="signatures" className="mb-2 text-xl font-bold">
        {t.signedBy}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-labelledby="signatures" className="overflow-x-auto">
        <table className="w-full min-w-2xl border-collapse text-left">
          <thead>
            <tr className="border-b-2 border-line">
              {heads.map(head => (
                <th key={head} scope="col" className="py-2 pr-4">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {signatures.map(each => (
              <tr key={`${each.partner} ${each.at}`} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-4 font-semibold">
                  {each.partner}
                </th>
                <td className="py-2 pr-4">
                  {each.name}
                  <span className="block text-sm text-muted">{each.function}</span>
                  {each.mandate && each.mandate.kind !== 'own' && (
                    <span className="block text-sm text-muted">{writtenMandate(each.mandate, language)}</span>
                  )}
                </td>
                <td className="py-2 pr-4">
                  {t[each.decision]}
                  <span className="block text-sm whitespace-nowrap text-muted">
                    {[date(each.at), each.place].filter(Boolean).join(', ')}
                  </span>
                  {each.withdrawn && (
                    <span className="block text-sm font-bold text-danger">{t.withdrawn}</span>
                  )}
                </td>
                <td className="py-2 pr-4 font-mono text-sm" title={each.key}>
                  {each.key.slice(0, 16).match(/.{4}/g)?.join(' ')}
                </td>
                <td className="py-2">
                  <span className="flex items-center gap-2 whitespace-nowrap">
                    <Mark passed={each.valid} size={20} />
                    {each.valid ? t.right : t.wrong}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Writes an instant (ms since 1970) as a date in the reader's language. */
function useDate(): (at: number) => string {
  const language = useLanguage()
  return at => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
}

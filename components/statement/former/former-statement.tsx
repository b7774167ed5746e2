'use client'
import { useFormer } from '#components/live/former.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Partner } from '#lib/domain/partner.ts'
import { placeOf } from '#lib/domain/signature.ts'
import { type Standing, standingOf } from '#lib/domain/standing.ts'
import { editionMessages } from '#lib/i18n/edition.ts'
import type { FormerAnswer } from '#lib/protocol/requests.ts'
import { Reservations } from '../consent/reservations.tsx'
import { StatementText } from '../statement-text.tsx'
import { FormerFailed } from './former-failed.tsx'

/** The statement of the edition before, to read, with who signed it. */
export function FormerStatement() {
  const t = useMessages(editionMessages)
  const { answer, again } = useFormer()
  if (answer === null) return <p className="text-muted">{t.loading}</p>
  return answer.ok ? <Text former={answer.value} /> : <FormerFailed failure={answer.refusal} again={again} />
}

function Text({ former: { statement, hash, signatures } }: { former: FormerAnswer }) {
  const t = useMessages(editionMessages)
  const language = useLanguage()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(statement.frozenAt)
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t.fixed(date)}</p>
      <article lang={statement.language} className="flex flex-col gap-5">
        <blockquote className="border-l-4 border-(--accent-opgave) pl-4 font-serif text-xl">
          <p className="font-sans text-sm text-muted" lang={language}>
            {t.definition}
          </p>
          {statement.definition.text}
        </blockquote>
        <StatementText blocks={statement.body} />
        <Reservations statement={statement} />
      </article>
      <section aria-label={t.signers} className="flex flex-col gap-2 border-t border-line pt-4">
        <h3 className="text-lg font-bold">{t.signers}</h3>
        <ul className="flex flex-col divide-y divide-line">
          {statement.partners.flatMap(partner =>
            placesIn(signatures, partner.id).map(place => (
              <Signer key={place} partner={partner} standing={standingOf(place, signatures)} />
            )),
          )}
        </ul>
        <p className="text-sm text-muted">
          {t.fingerprint}: <code className="break-all">{hash}</code>
        </p>
      </section>
    </div>
  )
}

/** At which places something was declared for a partner; the first where nothing was. */
function placesIn(signatures: FormerAnswer['signatures'], partner: string): string[] {
  const declared = signatures.map(({ declaration }) => declaration).filter(each => each.partner === partner)
  return declared.length === 0 ? [partner] : [...new Set(declared.map(placeOf))]
}

function Signer({ partner, standing: { state, last } }: { partner: Partner; standing: Standing }) {
  const t = useMessages(editionMessages)
  const language = useLanguage()
  const given = last?.declaration
  const date = given && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(given.signedAt)
  const told = given && date && state !== 'open' ? t[state](given.name, given.function, date) : t.unanswered
  const mark = { open: '○', signed: '✓', declined: '✕', withdrawn: '↩' }[state]
  return (
    <li className="py-2">
      <p className="font-semibold">
        <span aria-hidden="true">{mark} </span>
        {partner.name}
      </p>
      <p className="text-sm text-muted">{told}</p>
      {given && given.decision !== 'signs' && given.reason !== '' && (
        <p className="border-l-4 border-line pl-3">{given.reason}</p>
      )}
    </li>
  )
}

'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { DRAWING_HEIGHT, DRAWING_WIDTH } from '#lib/domain/drawing.ts'
import type { Signature } from '#lib/domain/signature.ts'
import { standingOf } from '#lib/domain/standing.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import { writtenMandate } from '#lib/i18n/signing-sentence.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { Strokes } from './strokes.tsx'

/** What was declared for this partner: what counts in full, and before it what was taken back. */
export function Given({ view }: { view: SignView }) {
  const t = useMessages(signMessages)
  const { state, last } = standingOf(view.signatory, view.signatures)
  if (!last) return null
  const former = view.signatures.slice(0, -1)
  return (
    <>
      <Notice kind={state === 'signed' ? 'success' : 'info'} title={t[`${state}Title`]}>
        <Told signature={last} partner={view.partner.name} />
        {state !== 'withdrawn' && <p className="mt-2">{t.next}</p>}
      </Notice>
      {former.length > 0 && (
        <section aria-label={t.before}>
          <h3 className="font-semibold">{t.before}</h3>
          <ul className="flex flex-col divide-y divide-line">
            {former.map(signature => (
              <li key={signature.signature} className="py-2">
                <Told signature={signature} partner={view.partner.name} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Told({ signature: { declaration }, partner }: { signature: Signature; partner: string }) {
  const t = useMessages(signMessages)
  const language = useLanguage()
  const { name, function: role, decision, signedAt } = declaration
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(signedAt)
  return (
    <>
      <p>{t[`${decision}Told`](name, role, partner, date)}</p>
      {'mandate' in declaration && (
        <p className="text-muted">
          {t.byGround(writtenMandate(declaration.mandate, language), declaration.place)}
        </p>
      )}
      {'drawn' in declaration && declaration.drawn && <Drawn path={declaration.drawn} />}
      {decision !== 'signs' && declaration.reason !== '' && (
        <p className="border-l-4 border-line pl-3">{declaration.reason}</p>
      )}
    </>
  )
}

function Drawn({ path }: { path: string }) {
  const t = useMessages(signMessages)
  return (
    <svg
      role="img"
      aria-label={t.drawn}
      viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
      className="my-2 block w-60 max-w-full"
    >
      <Strokes path={path} />
    </svg>
  )
}

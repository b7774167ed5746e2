'use client'
import { staysHere, wholeLink } from '#components/invite/whole-link.ts'
import { useSessionView } from '#components/live/session.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signatoriesMessages } from '#lib/i18n/signatories.ts'
import type { SignatoryView } from '#lib/protocol/session-view.ts'

/** Which partners signed, declined, or have yet to answer; the facilitator sees each partner's own link. */
export function Signatories() {
  const t = useMessages(signatoriesMessages)
  const view = useSessionView()
  if (!view?.statement) return null
  const signed = view.signatories.filter(({ state }) => state === 'signed').length
  return (
    <section aria-labelledby="signatories" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="signatories" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      <p>{t.count(signed, view.signatories.length)}</p>
      <LinksWork links={view.signatories.flatMap(({ state, link }) => (state === 'open' && link) || [])} />
      <ul className="flex flex-col divide-y divide-line">
        {view.signatories.map(signatory => (
          <Row
            key={signatory.partner}
            signatory={signatory}
            partner={view.partners.find(({ id }) => id === signatory.partner)?.name ?? ''}
          />
        ))}
      </ul>
    </section>
  )
}

/** Says so where the links that are about to be sent would let nobody sign. */
function LinksWork({ links }: { links: readonly string[] }) {
  const t = useMessages(signatoriesMessages)
  const [first] = links
  if (first === undefined) return null
  if (!isSecureContext)
    return (
      <Notice kind="error" title={t.insecure}>
        {t.insecureText}
      </Notice>
    )
  if (!staysHere(first)) return null
  return (
    <Notice kind="info" title={t.staysHere}>
      {t.staysHereText}
    </Notice>
  )
}

function Row({ signatory, partner }: { signatory: SignatoryView; partner: string }) {
  const t = useMessages(signatoriesMessages)
  const language = useLanguage()
  const { state, name, reason, at, link } = signatory
  const date = at === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
  const mark = { open: '○', signed: '✓', declined: '✕', withdrawn: '↩' }[state]
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="font-semibold">
        <span aria-hidden="true">{mark} </span>
        {partner}
      </p>
      <p className="text-sm text-muted">
        {state === 'open' ? t.open : t[state](name ?? '', signatory.function ?? '', date)}
      </p>
      {reason && <p className="border-l-4 border-line pl-3">{reason}</p>}
      {state === 'open' && link && (
        <CopyField label={t.link(partner)} value={wholeLink(link)} copy={t.copy} copied={t.copied} />
      )}
    </li>
  )
}

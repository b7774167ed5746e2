'use client'
import { useState } from 'react'
import { useDoing } from '#components/facilitate/use-doing.ts'
import { staysHere, wholeLink } from '#components/invite/whole-link.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signatoriesMessages } from '#lib/i18n/signatories.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { SignatoryView } from '#lib/protocol/session-view.ts'
import { AskingAll } from './desk/asking-all.tsx'
import { Progress } from './desk/progress.tsx'
import { SignatoryDialog } from './desk/signatory-dialog.tsx'
import { type SigningPartner, signingMark, signingPartners } from './signing-partners.ts'

/** Which partners signed, declined, or have yet to answer; who leads has them sign from here. */
export function Signatories() {
  const t = useMessages(signatoriesMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const [asking, setAsking] = useState<string | null>(null)
  if (!view?.statement) return null
  const all = signingPartners(view)
  const signed = all.filter(({ state }) => state === 'signed').length
  const asked = view.signatories.find(({ id }) => id === asking)
  const of = all.find(({ partner }) => partner.id === asked?.partner)
  const leads = view.me.role === 'facilitator'
  return (
    <section aria-labelledby="signatories" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="signatories" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      <p>{t.count(signed, all.length)}</p>
      <LinksWork links={view.signatories.flatMap(({ state, link }) => (state === 'open' && link) || [])} />
      {leads && view.session.phase === 'sign' && <AskingAll view={view} busy={busy} send={send} />}
      {error && !asked && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col divide-y divide-line">
        {all.map(each => (
          <OfPartner key={each.partner.id} {...each} leads={leads} onAsk={setAsking} />
        ))}
      </ul>
      {asked && of && (
        <SignatoryDialog
          signatory={asked}
          places={of.places}
          partner={of.partner.name}
          busy={busy}
          error={error}
          send={send}
          onClose={() => setAsking(null)}
        />
      )}
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

/** A partner with its one signatory, or with all who sign together for it. */
function OfPartner(props: SigningPartner & { leads: boolean; onAsk: (place: string) => void }) {
  const t = useMessages(signatoriesMessages)
  const { partner, places, state, leads, onAsk } = props
  const [only] = places
  if (places.length === 1 && only)
    return <Row signatory={only} title={partner.name} about={partner.name} leads={leads} onAsk={onAsk} />
  const signed = places.filter(each => each.state === 'signed').length
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="font-semibold">
        <span aria-hidden="true">{signingMark[state]} </span>
        {partner.name}
      </p>
      <p className="text-sm text-muted">{t.together(signed, places.length)}</p>
      <ul aria-label={partner.name} className="flex flex-col border-l-4 border-line pl-4">
        {places.map((place, index) => (
          <Row
            key={place.id}
            signatory={place}
            // Who leads reads below it who was asked.
            title={t.nth(index + 1, place.name ?? (leads ? null : (place.named?.name ?? null)))}
            about={t.nthOf(partner.name, index + 1)}
            leads={leads}
            onAsk={onAsk}
          />
        ))}
      </ul>
    </li>
  )
}

/** `title` stands above how it is with them, `about` names them where that is not seen. */
function Row(props: {
  signatory: SignatoryView
  title: string
  about: string
  leads: boolean
  onAsk: (place: string) => void
}) {
  const t = useMessages(signatoriesMessages)
  const desk = useMessages(signatoryDeskMessages)
  const language = useLanguage()
  const { signatory, title, about, leads } = props
  const { state, name, reason, at, link } = signatory
  const date = at === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
  const answered = state === 'signed' || state === 'declined'
  const deed = answered ? desk.look : signatory.letters.length > 0 ? desk.remind : desk.invite
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-semibold">
          <span aria-hidden="true">{signingMark[state]} </span>
          {title}
        </p>
        {link && (
          <Button aria-label={desk.about(deed, about)} onClick={() => props.onAsk(signatory.id)}>
            {deed}
          </Button>
        )}
      </div>
      {state !== 'open' && (
        <p className="text-sm text-muted">{t[state](name ?? '', signatory.function ?? '', date)}</p>
      )}
      {state === 'open' &&
        (leads ? <Progress signatory={signatory} /> : <p className="text-sm text-muted">{t.open}</p>)}
      {reason && <p className="border-l-4 border-line pl-3">{reason}</p>}
      {!answered && link && (
        <CopyField
          label={t.link(about)}
          labelClass="sr-only"
          value={wholeLink(link)}
          copy={t.copy}
          copied={t.copied}
        />
      )}
    </li>
  )
}

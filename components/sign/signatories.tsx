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

/** Which partners signed, declined, or have yet to answer; who leads has them sign from here. */
export function Signatories() {
  const t = useMessages(signatoriesMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const [asking, setAsking] = useState<string | null>(null)
  if (!view?.statement) return null
  const signed = view.signatories.filter(({ state }) => state === 'signed').length
  const nameOf = (partner: string) => view.partners.find(({ id }) => id === partner)?.name ?? ''
  const asked = view.signatories.find(({ partner }) => partner === asking)
  const leads = view.me.role === 'facilitator'
  return (
    <section aria-labelledby="signatories" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="signatories" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      <p>{t.count(signed, view.signatories.length)}</p>
      <LinksWork links={view.signatories.flatMap(({ state, link }) => (state === 'open' && link) || [])} />
      {leads && view.session.phase === 'sign' && <AskingAll view={view} busy={busy} send={send} />}
      {error && !asked && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col divide-y divide-line">
        {view.signatories.map(signatory => (
          <Row
            key={signatory.partner}
            signatory={signatory}
            partner={nameOf(signatory.partner)}
            leads={leads}
            onAsk={() => setAsking(signatory.partner)}
          />
        ))}
      </ul>
      {asked && (
        <SignatoryDialog
          signatory={asked}
          partner={nameOf(asked.partner)}
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

function Row(props: { signatory: SignatoryView; partner: string; leads: boolean; onAsk: () => void }) {
  const t = useMessages(signatoriesMessages)
  const desk = useMessages(signatoryDeskMessages)
  const language = useLanguage()
  const { signatory, partner, leads } = props
  const { state, name, reason, at, link } = signatory
  const date = at === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
  const answered = state === 'signed' || state === 'declined'
  const deed = answered ? desk.look : signatory.letters.length > 0 ? desk.remind : desk.invite
  const mark = { open: '○', signed: '✓', declined: '✕', withdrawn: '↩' }[state]
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-semibold">
          <span aria-hidden="true">{mark} </span>
          {partner}
        </p>
        {link && (
          <Button aria-label={desk.about(deed, partner)} onClick={props.onAsk}>
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
          label={t.link(partner)}
          labelClass="sr-only"
          value={wholeLink(link)}
          copy={t.copy}
          copied={t.copied}
        />
      )}
    </li>
  )
}

'use client'
import { QrCode } from '#components/invite/qr-code.tsx'
import { wholeLink } from '#components/invite/whole-link.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { LetterKind } from '#lib/domain/signatory.ts'
import { letter } from '#lib/i18n/letter.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { SessionView, SignatoryView } from '#lib/protocol/session-view.ts'
import { AnotherSignatory, RemoveSignatory } from './joint.tsx'
import { NamedForm } from './named-form.tsx'
import { Progress } from './progress.tsx'
import { RenewLink } from './renew-link.tsx'

type Asked = {
  signatory: SignatoryView
  /** All who sign for the partner, this one among them. */
  places: readonly SignatoryView[]
  partner: string
  busy: boolean
  error: string | null
  send: (command: Command) => Promise<boolean>
}

/** Having one partner sign: who does, the link with its code and the letter for as long as it has yet to answer, and another link. */
export function SignatoryDialog(props: Asked & { onClose: () => void }) {
  const t = useMessages(signatoryDeskMessages)
  const view = useSessionView()
  const { signatory, places, partner, busy, error, send } = props
  if (!view || signatory.link === null) return null
  const at = { partner: signatory.partner, signatory: signatory.id }
  const several = places.length > 1
  const number = places.indexOf(signatory) + 1
  return (
    <Dialog
      open
      wide
      firm
      onClose={props.onClose}
      title={several ? t.titleOf(partner, number, places.length) : t.title(partner)}
    >
      <div className="flex flex-col gap-6">
        <Progress signatory={signatory} />
        {error && <Notice kind="error">{error}</Notice>}
        <NamedForm
          key={signatory.id}
          named={signatory.named}
          title={t.who}
          action={t.save}
          busy={busy}
          onSave={named => send({ type: 'nameSignatory', ...at, ...named })}
        />
        {(signatory.state === 'open' || signatory.state === 'withdrawn') && (
          <Passing view={view} {...props} />
        )}
        <RenewLink key={`link ${signatory.id}`} at={at} busy={busy} send={send} />
        {several && signatory.state === 'open' && (
          <RemoveSignatory signatory={signatory} busy={busy} send={send} onGone={props.onClose} />
        )}
        <AnotherSignatory places={places} partner={partner} busy={busy} send={send} />
      </div>
    </Dialog>
  )
}

function Passing({ view, signatory, partner, busy, send }: Asked & { view: SessionView }) {
  const t = useMessages(signatoryDeskMessages)
  const link = wholeLink(signatory.link ?? '')
  const kind: LetterKind = signatory.letters.length > 0 ? 'reminder' : 'invitation'
  const { subject, text } = letter(view.session.language, {
    ...{ kind, partner, link, network: view.session.network },
    ...{ name: signatory.named?.name ?? '', signBy: view.signing.signBy },
  })
  const write = (by: 'mail' | 'hand') =>
    void send({
      ...{ type: 'writeSignatory', partner: signatory.partner, signatory: signatory.id },
      ...{ kind, by },
    })
  const address = signatory.named?.email ?? ''
  const mailto = `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  return (
    <section aria-labelledby="pass" className="flex flex-col gap-4">
      <h3 id="pass" className="text-lg font-bold">
        {t.pass}
      </h3>
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
        <div className="w-40">
          <QrCode text={link} />
        </div>
        <Field label={t.letter}>
          {field => <TextArea {...field} readOnly rows={9} value={text} className="text-sm" />}
        </Field>
      </div>
      {view.signing.mail && address === '' && <p className="text-muted">{t.mailFirst}</p>}
      <div className="flex flex-wrap gap-3">
        {view.signing.mail && address !== '' && (
          <Button variant="primary" disabled={busy} onClick={() => write('mail')}>
            {kind === 'invitation' ? t.mail : t.mailReminder}
          </Button>
        )}
        <CopyButton text={`${subject}\n\n${text}`} copy={t.copyLetter} copied={t.copied} />
        <ButtonLink href={mailto}>{t.openMail}</ButtonLink>
        <Button disabled={busy} onClick={() => write('hand')}>
          {t.given}
        </Button>
      </div>
    </section>
  )
}

'use client'
import { useState } from 'react'
import { post, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextArea, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { legible } from '#lib/domain/legible.ts'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import { type Declaration, type Signature, sign } from '#lib/domain/signature.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { keepSignatory, keptSignatory, type Signatory } from './kept-signatory.ts'

function declarationOf(view: SignView, declines: boolean, values: Signatory): Declaration {
  const common = {
    format: 'mozaiekbord-signature/1' as const,
    session: view.session.id,
    statement: view.hash,
    version: view.statement.version,
    partner: view.partner.id,
    name: legible(values.name),
    function: legible(values.function),
    signedAt: Date.now(),
  }
  return declines
    ? { ...common, decision: 'declines', reason: values.reason.trim() }
    : { ...common, decision: 'signs' }
}

type Signing = { token: string; view: SignView; onGiven: (signature: Signature) => void }

/** Signs or declines, after one question in full words. */
export function SignForm(props: Signing) {
  // Browsers give `crypto.subtle` on https and localhost alone.
  return globalThis.crypto?.subtle ? <Filling {...props} /> : <Insecure />
}

function Filling(props: Signing) {
  const t = useMessages(signMessages)
  const { view } = props
  const { name: partner } = view.partner
  const { values, change } = useKept(view)
  const [declines, setDeclines] = useState(false)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const { busy, error, send, forget } = useSend(props)
  const complete = legible(values.name) && legible(values.function) && (!declines || values.reason.trim())
  const put = (key: keyof Signatory) => (event: { target: { value: string } }) => {
    change({ [key]: event.target.value })
    forget()
  }
  const errorOf = (key: keyof Signatory) =>
    tried && legible(values[key]) === '' ? { error: t.required } : {}
  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (complete) setAsking(true)
      }}
    >
      <h2 className="text-xl font-bold">{t.yourSignature}</h2>
      <Field label={t.name} {...errorOf('name')}>
        {field => (
          <TextInput
            {...field}
            autoComplete="name"
            maxLength={PARTICIPANT_NAME_MAX}
            value={values.name}
            onChange={put('name')}
          />
        )}
      </Field>
      <Field label={t.function} {...errorOf('function')}>
        {field => (
          <TextInput
            {...field}
            autoComplete="organization-title"
            maxLength={120}
            value={values.function}
            onChange={put('function')}
          />
        )}
      </Field>
      {declines && (
        <Field label={t.declineReason} hint={t.declineHint} {...errorOf('reason')}>
          {field => <TextArea {...field} maxLength={1000} value={values.reason} onChange={put('reason')} />}
        </Field>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <p className="text-sm text-muted">{t.signOnce}</p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={declines ? 'danger' : 'primary'} disabled={busy}>
          {declines ? t.decline(partner) : t.sign(partner)}
        </Button>
        <Button type="button" variant="quiet" onClick={() => setDeclines(!declines)}>
          {declines ? t.back : t.declineInstead}
        </Button>
      </div>
      <Confirm
        open={asking}
        name={legible(values.name)}
        partner={partner}
        declines={declines}
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void send(declarationOf(view, declines, values))
        }}
      />
    </form>
  )
}

/** What is filled in, kept on this device: a page that is loaded again has it still. */
function useKept({ session, partner }: SignView) {
  const [values, setValues] = useState(() => keptSignatory(session.id, partner.id))
  const change = (part: Partial<Signatory>) => {
    const now = { ...values, ...part }
    setValues(now)
    keepSignatory(session.id, partner.id, now)
  }
  return { values, change }
}

function Insecure() {
  const t = useMessages(signMessages)
  return (
    <Notice kind="error" title={t.insecure}>
      {t.insecureText}
    </Notice>
  )
}

/** Asks once, in full words: what follows can't be undone. */
function Confirm(props: {
  open: boolean
  name: string
  partner: string
  declines: boolean
  busy: boolean
  onClose: () => void
  onConfirm: () => void
}) {
  const t = useMessages(signMessages)
  const { declines, partner } = props
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={declines ? t.confirmDecline : t.confirmSign}
      actions={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            {t.cancel}
          </Button>
          <Button variant={declines ? 'danger' : 'primary'} disabled={props.busy} onClick={props.onConfirm}>
            {declines ? t.decline(partner) : t.sign(partner)}
          </Button>
        </>
      }
    >
      <p>{(declines ? t.confirmDeclineText : t.confirmSignText)(props.name, partner)}</p>
    </Dialog>
  )
}

function useSend({ token, view, onGiven }: Signing) {
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (declaration: Declaration) => {
    setBusy(true)
    setError(null)
    const signature = await sign(declaration, crypto.subtle)
    const answer = await post(`/api/sign/${encodeURIComponent(token)}`, signature)
    setBusy(false)
    if (!answer.ok) return setError(refusalText(answer.refusal.code))
    keepSignatory(view.session.id, view.partner.id, null)
    onGiven(signature)
  }
  return { busy, error, send, forget: () => setError(null) }
}

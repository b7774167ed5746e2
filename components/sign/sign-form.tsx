'use client'
import { useState } from 'react'
import { post, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import { type CurrentDeclaration, FUNCTION_MAX, PLACE_MAX, REASON_MAX, sign } from '#lib/domain/signature.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { Confirm } from './confirm.tsx'
import { type Decision, declarationOf, missingIn } from './declaring.ts'
import { DrawingPad } from './drawing-pad.tsx'
import { keepSignatory, keptSignatory, type Signatory } from './kept-signatory.ts'
import { KindOfSignature } from './kind-of-signature.tsx'
import { MandateField } from './mandate-field.tsx'

type Signing = {
  token: string
  view: SignView
  decision: Decision
  onDecision: (decision: Decision | null) => void
  onGiven: (view: SignView) => void
}

/** Signs, declines or takes back, after one question in full words. */
export function SignForm(props: Signing) {
  // Browsers give `crypto.subtle` on https and localhost alone.
  return globalThis.crypto?.subtle ? <Filling {...props} /> : <Insecure />
}

function Filling(props: Signing) {
  const t = useMessages(signMessages)
  const language = useLanguage()
  const { view, decision, onDecision } = props
  const { name: partner } = view.partner
  const { values, change } = useKept(view)
  const [drawn, setDrawn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState<CurrentDeclaration | null>(null)
  const { busy, error, send, forget } = useSend(props)
  const missing = missingIn(decision, values)
  const put = (part: Partial<Signatory>) => {
    change(part)
    forget()
  }
  const told = tried ? missing : []
  const turn = (to: Decision | null) => {
    setTried(false)
    onDecision(to)
  }
  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (missing.length === 0) setAsking(declarationOf({ view, decision, values, drawn, language }))
      }}
    >
      <h2 className="text-xl font-bold">{t[`${decision}Title`]}</h2>
      <Who values={values} missing={told} onChange={put} />
      {decision === 'signs' && (
        <>
          <MandateField values={values} missing={told} onChange={put} />
          <Line field="place" label={t.place} max={PLACE_MAX} values={values} missing={told} onChange={put} />
          <details className="rounded-lg border border-line p-3">
            <summary className="cursor-pointer py-1 font-semibold">{t.draw}</summary>
            <DrawingPad onDrawn={setDrawn} />
          </details>
        </>
      )}
      {decision !== 'signs' && <Reason decision={decision} values={values} missing={told} onChange={put} />}
      {error && <Notice kind="error">{error}</Notice>}
      {tried && missing.length > 0 && <p className="font-semibold text-danger">{t.notAll}</p>}
      <p className="text-sm text-muted">{t[`${decision}Once`]}</p>
      {decision === 'signs' && <KindOfSignature />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant={decision === 'signs' ? 'primary' : 'danger'} disabled={busy}>
          {t[decision](partner)}
        </Button>
        <Button
          variant="quiet"
          onClick={() => turn(decision === 'signs' ? 'declines' : decision === 'declines' ? 'signs' : null)}
        >
          {decision === 'signs' ? t.declineInstead : decision === 'declines' ? t.back : t.cancel}
        </Button>
      </div>
      <Confirm
        declaration={asking}
        partner={partner}
        busy={busy}
        onClose={() => setAsking(null)}
        onConfirm={declaration => {
          setAsking(null)
          void send(declaration)
        }}
      />
    </form>
  )
}

type Part = {
  values: Signatory
  missing: readonly (keyof Signatory)[]
  onChange: (change: Partial<Signatory>) => void
}

function Line(
  props: Part & { field: 'name' | 'function' | 'place'; label: string; max: number; complete?: string },
) {
  const t = useMessages(signMessages)
  const { field: name, values, missing, onChange } = props
  return (
    <Field label={props.label} error={missing.includes(name) ? t.required : undefined}>
      {field => (
        <TextInput
          {...field}
          {...(props.complete ? { autoComplete: props.complete } : {})}
          maxLength={props.max}
          value={values[name]}
          onChange={event => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

function Who(part: Part) {
  const t = useMessages(signMessages)
  return (
    <>
      <Line {...part} field="name" label={t.name} max={PARTICIPANT_NAME_MAX} complete="name" />
      <Line {...part} field="function" label={t.function} max={FUNCTION_MAX} complete="organization-title" />
    </>
  )
}

function Reason({ decision, values, missing, onChange }: Part & { decision: 'declines' | 'withdraws' }) {
  const t = useMessages(signMessages)
  return (
    <Field
      label={t[`${decision}Reason`]}
      hint={t.reasonHint}
      error={missing.includes('reason') ? t.required : undefined}
    >
      {field => (
        <TextArea
          {...field}
          maxLength={REASON_MAX}
          value={values.reason}
          onChange={event => onChange({ reason: event.target.value })}
        />
      )}
    </Field>
  )
}

/** What is filled in, kept on this device: a page that is loaded again has it still. */
function useKept({ session, signatory, named }: SignView) {
  const [values, setValues] = useState(() => keptSignatory(session.id, signatory, named ?? {}))
  const change = (part: Partial<Signatory>) => {
    const now = { ...values, ...part }
    setValues(now)
    keepSignatory(session.id, signatory, now)
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

function useSend({ token, view, onGiven }: Signing) {
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (declaration: CurrentDeclaration) => {
    setBusy(true)
    setError(null)
    const signature = await sign(declaration, crypto.subtle)
    const answer = await post<SignView>(`/api/sign/${encodeURIComponent(token)}`, signature)
    setBusy(false)
    if (!answer.ok) return setError(refusalText(answer.refusal.code))
    keepSignatory(view.session.id, view.signatory, null)
    onGiven(answer.value)
  }
  return { busy, error, send, forget: () => setError(null) }
}

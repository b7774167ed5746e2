'use client'
import { useId, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { INTENT_REASON_MAX, type Intent, intentRefusal } from '#lib/domain/intent.ts'
import { can } from '#lib/domain/permissions.ts'
import { intentMessages } from '#lib/i18n/intent.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { IntentPicture } from './intent-picture.tsx'

/** Whether partners mean to sign: one's own word for one's partner, and the picture of all. */
export function Intents() {
  const t = useMessages(intentMessages)
  const view = useSessionView()
  const id = useId()
  if (!view) return null
  const { id: me, role, partner, mayOrder } = view.me
  const speaks =
    partner !== null &&
    !can({ id: me, role, partner, mayOrder }, { type: 'declareIntent' }, view.session.phase)
  const own = view.intents.find(each => each.partner === partner) ?? null
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <div>
        <h2 id={id} className="text-xl font-bold">
          {t.title}
        </h2>
        <p className="max-w-[65ch] text-muted">{t.explain}</p>
      </div>
      {speaks && <OwnWord key={own?.at ?? 0} own={own} partner={nameOf(view, partner)} />}
      <IntentPicture view={view} />
    </section>
  )
}

const nameOf = ({ partners }: SessionView, partner: string | null): string =>
  partners.find(({ id }) => id === partner)?.name ?? ''

function OwnWord({ own, partner }: { own: Intent | null; partner: string }) {
  const t = useMessages(intentMessages)
  const command = useCommand()
  const refusalText = useRefusalText()
  const [notYet, setNotYet] = useState(own !== null && !own.intends)
  const [reason, setReason] = useState(own?.reason ?? '')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const say = async (intends: boolean) => {
    const word = { intends, reason: intends ? '' : reason.trim() }
    const missing = intentRefusal(word)
    if (missing) return setError(refusalText(missing))
    setBusy(true)
    const answer = await command({ type: 'declareIntent', ...word })
    setBusy(false)
    setError(answer.ok ? null : refusalText(answer.refusal.code))
  }
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-surface p-4">
      <p className="font-semibold">{t.ask(partner)}</p>
      {own && (
        <p role="status" className="text-muted">
          {own.intends ? t.youIntend : t.youDoNot}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          variant={own?.intends ? 'primary' : 'secondary'}
          aria-pressed={own?.intends ?? false}
          disabled={busy}
          onClick={() => void say(true)}
        >
          {t.intend}
        </Button>
        <Button
          aria-pressed={own !== null && !own.intends}
          aria-expanded={notYet}
          disabled={busy}
          onClick={() => setNotYet(!notYet)}
        >
          {t.notYet}
        </Button>
      </div>
      {notYet && (
        <div className="flex flex-col items-start gap-3">
          <div className="w-full max-w-xl">
            <Field label={t.why}>
              {field => (
                <TextArea
                  {...field}
                  rows={2}
                  maxLength={INTENT_REASON_MAX}
                  value={reason}
                  onChange={event => {
                    setReason(event.target.value)
                    setError(null)
                  }}
                />
              )}
            </Field>
          </div>
          <Button variant="primary" disabled={busy} onClick={() => void say(false)}>
            {t.tell}
          </Button>
        </div>
      )}
      {error && <Notice kind="error">{error}</Notice>}
    </div>
  )
}

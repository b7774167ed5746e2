'use client'
import { useMemo, useState } from 'react'
import { type Failure, post, useRefusalText } from '#components/live/api.ts'
import { newId } from '#components/live/new-id.ts'
import { newSecret } from '#components/live/new-secret.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { sha256Hex } from '#lib/domain/canonical.ts'
import { doorMessages } from '#lib/i18n/door.ts'
import type { Command } from '#lib/protocol/commands.ts'

/**
 * Puts another secret in the place of that of the facilitator's link: shown first, so that it is kept whatever happens. The server
 * is told its hash alone. `own`: one came by that link oneself, and stays in by the new one. Stands apart from the session's page,
 * whose sockets end by it.
 */
export function RenewLead(props: { session: string; own: boolean; onBack: () => void }) {
  const { session, own, onBack } = props
  const t = useMessages(doorMessages)
  const text = useRefusalText()
  const { secret, key } = useMemo(() => ({ secret: newSecret(), key: newId() }), [])
  const [kept, setKept] = useState(false)
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking')
  const [failure, setFailure] = useState<Failure['code'] | null>(null)
  const path = `/api/sessions/${encodeURIComponent(session)}`
  const renew = async () => {
    setState('busy')
    const command: Command = { type: 'renewLead', secretHash: sha256Hex(secret) }
    const done = await post(`${path}/commands`, { key, command })
    // Who is out by it, when the answer to a first try was lost, still has the new secret.
    const entered =
      own && (done.ok || done.refusal.code === 'removed') ? await post(`${path}/lead`, { secret }) : done
    if (!entered.ok) {
      setState('asking')
      return setFailure(entered.refusal.code)
    }
    if (own) onBack()
    else setState('done')
  }
  return (
    <Page title={t.renewTitle}>
      <div className="flex flex-col items-start gap-5">
        <p>{state === 'done' ? t.renewOthers : t.renewText}</p>
        {failure && <Notice kind="error">{text(failure)}</Notice>}
        <div className="w-full">
          <CopyField
            label={t.renewLink}
            value={`${location.origin}/${session}/facilitate#${secret}`}
            copy={t.copy}
            copied={t.copied}
          />
        </div>
        {state === 'done' ? (
          <Button variant="primary" onClick={onBack}>
            {t.renewOn}
          </Button>
        ) : (
          <>
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                checked={kept}
                onChange={event => setKept(event.target.checked)}
                className="size-6 accent-(--primary)"
              />
              {t.renewSaved}
            </label>
            <div className="flex flex-wrap gap-3">
              <Button variant="primary" disabled={!kept || state === 'busy'} onClick={() => void renew()}>
                {t.renewDo}
              </Button>
              <Button onClick={onBack}>{t.renewBack}</Button>
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

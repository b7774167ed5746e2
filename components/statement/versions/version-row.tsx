'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { useSnapshot } from '#components/live/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Draft, DraftVersion } from '#lib/domain/draft.ts'
import { versionMessages } from '#lib/i18n/versions.ts'
import { StatementText } from '../statement-text.tsx'
import { useVersionName } from './version-name.ts'

/** One version: what it is called, reading it, and for who leads putting it back. */
export function VersionRow({ version }: { version: DraftVersion }) {
  const t = useMessages(versionMessages)
  const leads = useSessionView()?.me.role === 'facilitator'
  const [asking, setAsking] = useState<'look' | 'put-back' | null>(null)
  const { name, by } = useVersionName()(version)
  const close = () => setAsking(null)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow basis-60">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm text-muted">{by}</p>
      </div>
      <Button aria-label={t.lookAt(name)} onClick={() => setAsking('look')}>
        {t.look}
      </Button>
      {leads && (
        <Button aria-label={t.putBackThe(name)} onClick={() => setAsking('put-back')}>
          {t.putBack}
        </Button>
      )}
      <Dialog open={asking === 'look'} onClose={close} title={name} wide>
        <Text hash={version.hash} />
      </Dialog>
      <PuttingBack open={asking === 'put-back'} onClose={close} hash={version.hash} name={name} />
    </li>
  )
}

function Text({ hash }: { hash: string }) {
  const t = useMessages(versionMessages)
  const refusal = useRefusalText()
  const language = useSessionView()?.session.language ?? 'nl'
  const draft = useSnapshot<Draft>(hash)
  if (draft === null) return <p className="text-muted">{t.loading}</p>
  if (!draft.ok) return <Notice kind="error">{refusal(draft.refusal.code)}</Notice>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
    <div role="document" tabIndex={0} data-focus-first lang={language} className="outline-none">
      <StatementText blocks={draft.value.body} />
    </div>
  )
}

function PuttingBack(props: { open: boolean; onClose: () => void; hash: string; name: string }) {
  const t = useMessages(versionMessages)
  const command = useCommand()
  const refusal = useRefusalText()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const putBack = async () => {
    setBusy(true)
    const answer = await command({ type: 'restoreDraft', draft: props.hash })
    setBusy(false)
    setError(answer.ok ? null : refusal(answer.refusal.code))
    if (answer.ok) props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t.putBackTitle}
      actions={
        <>
          <Button variant="primary" disabled={busy} onClick={() => void putBack()}>
            {t.putBack}
          </Button>
          <Button onClick={props.onClose}>{t.cancel}</Button>
        </>
      }
    >
      <p>{t.putBackText(props.name)}</p>
      {error && <Notice kind="error">{error}</Notice>}
    </Dialog>
  )
}

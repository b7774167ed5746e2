'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { Command } from '#lib/protocol/commands.ts'

/** Another link in the place of one that went astray; asked for once more, since the former one ends by it. */
export function RenewLink(props: {
  at: { partner: string; signatory: string }
  busy: boolean
  send: (command: Command) => Promise<boolean>
}) {
  const t = useMessages(signatoryDeskMessages)
  const [state, setState] = useState<'none' | 'asking' | 'done'>('none')
  const renew = async () => {
    if (await props.send({ type: 'renewSignLink', ...props.at })) setState('done')
  }
  if (state !== 'asking')
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="quiet" onClick={() => setState('asking')}>
          {t.renew}
        </Button>
        <span role="status">{state === 'done' ? t.renewed : ''}</span>
      </div>
    )
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t.renewText}</p>
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" disabled={props.busy} onClick={() => void renew()}>
          {t.renewSure}
        </Button>
        <Button onClick={() => setState('none')}>{t.keep}</Button>
      </div>
    </div>
  )
}

'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { signingPartners } from '#components/sign/signing-partners.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { reopeningMessages } from '#lib/i18n/reopening.ts'
import { FreezeDialog } from './freeze-dialog.tsx'

/** The way back into a fixed text, for a version that takes its place; gone once all partners signed. */
export function Reopening() {
  const t = useMessages(reopeningMessages)
  const view = useSessionView()
  const [asking, setAsking] = useState(false)
  if (!view?.statement || view.signatories.every(({ state }) => state === 'signed')) return null
  const { version } = view.statement
  const answered = signingPartners(view).filter(({ state }) => state !== 'open').length
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t.reopen}
      </Button>
      <FreezeDialog
        open={asking}
        onClose={() => setAsking(false)}
        command={{ type: 'reopenStatement' }}
        title={t.title}
        text={t.text(version)}
        undone
        action={t.action}
      >
        {answered > 0 && <p className="mt-2 font-semibold">{t.answered(answered)}</p>}
        <p className="mt-2">{t.back(version)}</p>
      </FreezeDialog>
    </>
  )
}

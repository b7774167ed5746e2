'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Consent } from '#lib/domain/consent.ts'
import { consentMessages } from '#lib/i18n/consent.ts'

/** Takes back a reservation whose section is gone. */
export function TakeBack(props: { consent: Consent; entering: boolean }) {
  const { section, textHash, partner } = props.consent
  const t = useMessages(consentMessages)
  const command = useCommand()
  const refusal = useRefusalText()
  const [error, setError] = useState<string | null>(null)
  const take = async () => {
    const done = await command({
      ...{ type: 'consentSection', section, textHash, answer: 'waits', text: '' },
      ...(props.entering ? { partner } : {}),
    })
    setError(done.ok ? null : refusal(done.refusal.code))
  }
  return (
    <>
      <Button onClick={() => void take()}>{t.takeBack}</Button>
      {error && <p role="alert">{error}</p>}
    </>
  )
}

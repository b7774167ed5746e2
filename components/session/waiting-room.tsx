'use client'
import { DoorClosed } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import { doorMessages } from '#lib/i18n/door.ts'

/** For who has joined and is not let in yet; the page opens by itself. */
export function WaitingRoom() {
  const t = useMessages(doorMessages)
  return (
    <Page title={t.waitingTitle}>
      <div role="status" className="flex items-start gap-3 text-lg">
        <DoorClosed aria-hidden="true" size={28} className="mt-0.5 shrink-0 text-muted" />
        <p>{t.waitingText}</p>
      </div>
    </Page>
  )
}

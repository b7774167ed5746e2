'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { LiveSession, useConnection, useSessionView } from '#components/live/session.tsx'
import { Elsewhere } from '#components/together/brings.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import type { DocumentPath } from '#lib/documents/names.ts'
import { presentCheck } from '#lib/domain/present-check.ts'
import { commonMessages } from '#lib/i18n/common.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import { OfflineNotice } from './offline-notice.tsx'
import type { PageName } from './page-name.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { SessionHeader } from './session-header.tsx'
import { UnsentTray } from './unsent-tray.tsx'

const CheckNotice = dynamic(
  () => import('#components/check/check-notice.tsx').then(file => file.CheckNotice),
  {
    ssr: false,
  },
)

const ArchiveNotice = dynamic(
  () => import('#components/archive/archive-notice.tsx').then(file => file.ArchiveNotice),
  { ssr: false },
)

const WaitingRoom = dynamic(() => import('./waiting-room.tsx').then(file => file.WaitingRoom), {
  ssr: false,
})

/** What all pages of a session stand in: its socket, and who, where and how it stands. Children come with the first view. */
export function SessionFrame(props: {
  session: string
  document: DocumentPath
  page: PageName
  children: ReactNode
}) {
  return (
    <LiveSession session={props.session} document={props.document}>
      <Frame page={props.page}>{props.children}</Frame>
    </LiveSession>
  )
}

function Frame({ page, children }: { page: PageName; children: ReactNode }) {
  const common = useMessages(commonMessages)
  const t = useMessages(sessionMessages)
  const view = useSessionView()
  const { state, refusal } = useConnection()
  if (state === 'refused') return refusal === 'waiting' ? <WaitingRoom /> : <Refused />
  return (
    <div className="session-frame flex min-h-dvh flex-col bg-paper text-ink">
      <a href="#content" className="sr-only focus:not-sr-only focus:p-3">
        {common.toContent}
      </a>
      <SessionHeader page={page} />
      <main id="content" className="flex grow flex-col">
        {view?.archive && <ArchiveNotice archive={view.archive} />}
        <OfflineNotice />
        <RefusalNotice />
        <UnsentTray />
        <Check />
        {page !== 'board' && <Elsewhere page={page} />}
        {view ? children : <p className="p-6 text-muted">{t.loading}</p>}
      </main>
    </div>
  )
}

/** The check that is asked, or what came of one; it comes with the first that there is. Who leads has it on the page they lead from. */
function Check() {
  const view = useSessionView()
  const [came, setCame] = useState(false)
  if (!view || view.me.role === 'facilitator') return null
  if (!came && presentCheck(view.checks, view.step?.since ?? null)) setCame(true)
  return came ? <CheckNotice /> : null
}

function Refused() {
  const t = useMessages(sessionMessages)
  const text = useRefusalText()
  const { refusal } = useConnection()
  return (
    <Page title={t.refusedTitle}>
      <p className="mb-6">{text(refusal ?? 'internal')}</p>
      <div className="flex flex-wrap gap-3">
        {refusal === 'offline' || refusal === 'internal' ? (
          <Button variant="primary" onClick={() => location.reload()}>
            {t.tryAgain}
          </Button>
        ) : (
          <ButtonLink variant="primary" href="/join">
            {t.toJoin}
          </ButtonLink>
        )}
        <ButtonLink href="/">{t.toStart}</ButtonLink>
      </div>
    </Page>
  )
}

'use client'
import type { ReactNode } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { LiveSession, useConnection, useSession, useSessionView } from '#components/live/session.tsx'
import { StepStrip } from '#components/programme/step-strip.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LanguageSwitch } from '#components/ui/language-switch.tsx'
import { Page } from '#components/ui/page.tsx'
import type { DocumentPath } from '#lib/documents/names.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { commonMessages } from '#lib/i18n/common.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import { ConnectionState } from './connection-state.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { People } from './people.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { UnsentTray } from './unsent-tray.tsx'

type PageName = 'board' | 'statement' | 'facilitate'

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
  const { state } = useConnection()
  if (state === 'refused') return <Refused />
  return (
    <div className="session-frame flex min-h-dvh flex-col bg-paper text-ink">
      <a href="#content" className="sr-only focus:not-sr-only focus:p-3">
        {common.toContent}
      </a>
      <header className="sticky top-0 z-20 border-b border-line bg-paper">
        <div className="flex flex-wrap items-center gap-x-2 px-3 sm:gap-x-4 sm:px-4">
          <a href="/" className="hidden py-2 text-sm text-muted no-underline lg:block">
            {common.product}
          </a>
          <h1 className="min-w-0 grow truncate py-2 text-lg font-bold">
            {view?.session.network ?? t.loading}
          </h1>
          <ConnectionState />
          <People />
          <Pages page={page} />
          <LanguageSwitch />
        </div>
        {view &&
          (view.step ? (
            <StepStrip present={view.step} />
          ) : (
            <PhaseStrip phase={view.session.phase} stage={stageOf(view.session)} />
          ))}
      </header>
      <main id="content" className="flex grow flex-col">
        <OfflineNotice />
        <RefusalNotice />
        <UnsentTray />
        {view ? children : <p className="p-6 text-muted">{t.loading}</p>}
      </main>
    </div>
  )
}

function Pages({ page }: { page: PageName }) {
  const t = useMessages(sessionMessages)
  const session = useSession()
  const leads = useSessionView()?.me.role === 'facilitator'
  const pages: PageName[] = leads ? ['board', 'statement', 'facilitate'] : ['board', 'statement']
  return (
    <nav aria-label={t.pages} className="flex gap-1">
      {pages.map(each => (
        <a
          key={each}
          href={`/${session}/${each}`}
          aria-current={each === page ? 'page' : undefined}
          className="flex min-h-11 items-center border-b-3 border-transparent px-2 font-semibold text-muted no-underline hover:text-ink aria-[current=page]:border-primary aria-[current=page]:text-ink"
        >
          {t[each]}
        </a>
      ))}
    </nav>
  )
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

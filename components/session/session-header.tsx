'use client'
import { Menu } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { StepStrip } from '#components/programme/step-strip.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LanguageSwitch } from '#components/ui/language-switch.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import { isVoting, stageOf } from '#lib/domain/phase.ts'
import { commonMessages } from '#lib/i18n/common.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import { ConnectionState } from './connection-state.tsx'
import { HeldNotice } from './held-notice.tsx'
import type { PageName } from './page-name.ts'
import { People } from './people.tsx'
import { PhaseStrip } from './phase-strip.tsx'

const FormerDialog = dynamic(
  () => import('#components/statement/former/former-dialog.tsx').then(file => file.FormerDialog),
  { ssr: false },
)

/** From this width on all pages stand side by side; below it they are folded, so that they take no row of their own. */
const ROOM_FOR_PAGES = '(min-width: 48rem)'
/** The same with the former statement beside them. */
const ROOM_FOR_FORMER = '(min-width: 60rem)'

/** Two rows on every screen: the session, its people and pages; and what is asked of everybody now. */
export function SessionHeader({ page }: { page: PageName }) {
  const t = useMessages(sessionMessages)
  const view = useSessionView()
  const roomy = useMedia(view?.edition.former ? ROOM_FOR_FORMER : ROOM_FOR_PAGES)
  const [former, setFormer] = useState(false)
  const pages = { page, onFormer: () => setFormer(true) }
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper">
      <div className="relative flex flex-wrap items-center gap-x-1 px-3 sm:px-4 md:gap-x-4">
        <Home className="hidden py-2 text-sm text-muted no-underline lg:block" />
        <h1 className="min-w-0 grow basis-24 truncate py-2 text-lg font-bold">
          {view?.session.network ?? t.loading}
        </h1>
        <ConnectionState />
        <People />
        {roomy ? (
          // Before it is known how wide the screen is, nothing stands there that a narrow one has no room for.
          <div className="hidden items-center gap-x-4 md:flex">
            <Pages {...pages} className="flex gap-1" />
            <LanguageSwitch inPlace />
          </div>
        ) : (
          <Disclosure label={t.menu(t[page])} face={<Menu aria-hidden="true" size={22} />}>
            {() => (
              <div className="flex flex-col items-start gap-1">
                <Pages {...pages} className="flex w-full flex-col" />
                <LanguageSwitch inPlace />
                <Home className="flex min-h-11 items-center px-2 text-muted" />
              </div>
            )}
          </Disclosure>
        )}
      </div>
      {view &&
        (view.step ? (
          <StepStrip present={view.step} page={page} />
        ) : (
          <PhaseStrip
            phase={view.session.phase}
            stage={stageOf(view.session, isVoting(view.ballots))}
            page={page}
          />
        ))}
      <HeldNotice />
      {former && <FormerDialog onClose={() => setFormer(false)} />}
    </header>
  )
}

function Home({ className }: { className: string }) {
  const t = useMessages(commonMessages)
  return (
    <a href="/" className={className}>
      {t.product}
    </a>
  )
}

const place =
  'flex min-h-11 items-center border-transparent px-2 font-semibold text-muted no-underline hover:text-ink aria-[current=page]:border-primary aria-[current=page]:text-ink max-md:border-l-3 md:border-b-3'

function Pages(props: { page: PageName; className: string; onFormer: () => void }) {
  const { page, className, onFormer } = props
  const t = useMessages(sessionMessages)
  const session = useSession()
  const view = useSessionView()
  const leads = view?.me.role === 'facilitator'
  const pages: PageName[] = leads ? ['board', 'statement', 'facilitate'] : ['board', 'statement']
  return (
    <nav aria-label={t.pages} className={className}>
      {pages.map(each => (
        <a
          key={each}
          href={`/${session}/${each}`}
          aria-current={each === page ? 'page' : undefined}
          className={place}
        >
          {t[each]}
        </a>
      ))}
      {view?.me.role === 'observer' && (
        <a href={`/${session}/projector`} className={place}>
          {t.projector}
        </a>
      )}
      {view?.edition.former && (
        <button type="button" aria-haspopup="dialog" onClick={onFormer} className={place}>
          {t.former}
        </button>
      )}
    </nav>
  )
}

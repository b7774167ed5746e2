'use client'
import { useEffect } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { LiveSession, useConnection, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import { projectorMessages } from '#lib/i18n/projector.ts'
import { Picture } from './picture.tsx'
import { Aside } from './projector-aside.tsx'
import './projector.css'

/** The hall's own screen: where the room is and what it made. Shows what everybody may see, and nothing that can be pressed. */
export function ProjectorPage({ session }: { session: string }) {
  return (
    <LiveSession session={session} document="board">
      <Projector />
    </LiveSession>
  )
}

function Projector() {
  const t = useMessages(projectorMessages)
  const text = useRefusalText()
  const view = useSessionView()
  const { state, refusal } = useConnection()
  const network = view?.session.network
  useEffect(() => {
    if (network) document.title = t.title(network)
  }, [network, t])
  if (state === 'refused') return <Page title={t.refused}>{text(refusal ?? 'internal')}</Page>
  if (!view) return <p className="p-6 text-muted">{t.loading}</p>
  return (
    <main data-projector className="projector bg-paper text-ink">
      {/* Nothing here can be pressed: who walks past the laptop changes nothing. */}
      <div inert className="projector-picture">
        <Picture view={view} />
      </div>
      <Aside view={view} offline={state === 'offline'} />
    </main>
  )
}

'use client'
import { formatPlace } from '#components/board/place/place.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import type { Gathered } from '#lib/domain/leading.ts'
import { Called, Calling } from './called.tsx'

/** The address of where people are called to. */
function addressOf(session: string, { view, at }: Gathered): string {
  if (view === 'statement') return `/${session}/statement`
  const query = new URLSearchParams({ ...(view === 'board' ? {} : { view }), ...formatPlace(at ?? {}) })
  return `/${session}/board?${query}`
}

/** On another page than the board: who is called there is taken along, and who leads reads that the room was called. */
export function Elsewhere({ page }: { page: 'statement' | 'facilitate' }) {
  const session = useSession()
  const view = useSessionView()
  const to = view?.gathered ?? null
  if (!view || !to) return null
  if (view.me.role === 'facilitator') return <Calling to={to} />
  const go = () => {
    if (to.view !== page) location.assign(addressOf(session, to))
  }
  return <Called to={to} onGo={go} />
}

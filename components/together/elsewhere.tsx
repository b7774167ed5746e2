'use client'
import { useEffect, useRef } from 'react'
import { formatPlace } from '#components/board/place/place.ts'
import { useCommand, useSession, useSessionView } from '#components/live/session.tsx'
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
  if (view.me.role === 'facilitator')
    return (
      <>
        <Calling to={to} />
        {page === 'statement' && to.follow && to.by === view.me.id && <TakingHere to={to} />}
      </>
    )
  const go = () => {
    if (to.view !== page) location.assign(addressOf(session, to))
  }
  return <Called to={to} onGo={go} />
}

/** Has the others come along to the statement, once one comes there; not back again when another page of one's own goes elsewhere. */
function TakingHere({ to }: { to: Gathered }) {
  const command = useCommand()
  const told = useRef(false)
  const there = to.view !== 'statement'
  useEffect(() => {
    if (told.current) return
    told.current = true
    if (there) void command({ type: 'gather', view: 'statement', at: null, follow: true })
  }, [there, command])
  return null
}

'use client'
import { useEffect, useRef } from 'react'
import type { Place, View } from '#components/board/place/place.ts'
import { useBoard } from '#components/live/board.tsx'
import { useCommand, useSession, useSessionView } from '#components/live/session.tsx'
import type { Gathered } from '#lib/domain/leading.ts'
import { followed } from './call-place.ts'
import { Called, Calling } from './called.tsx'
import { calledFrom, setCalledFrom } from './called-from.ts'
import { Spotlit, useSpotlit } from './spotlit.tsx'

/** How long who is followed stays somewhere before the others come along, in ms: whoever passes by takes nobody there. */
const REST = 400

type Here = { view: View; place: Place }

/** Brings people on the board together: who is called goes along, who leads takes them along and lets go, all see the note in the spotlight. */
export function OnBoard(props: Here & { onGo: (view: View | 'board' | null, place: Place) => void }) {
  const { onGo, ...here } = props
  const session = useSession()
  const view = useSessionView()
  const note = useSpotlit()
  const leads = view?.me.role === 'facilitator'
  const to = view?.gathered ?? null
  const go = ({ view: wanted, at }: Gathered) => {
    if (wanted === 'statement') location.assign(`/${session}/statement`)
    else onGo(wanted, at ?? {})
  }
  return (
    <>
      {to && (leads ? <Calling to={to} /> : <Called to={to} onGo={go} />)}
      {to?.follow && to.by === view?.me.id && <Taking to={to} {...here} />}
      {note && <Spotlit note={note} onGo={id => onGo(null, { note: id })} />}
    </>
  )
}

/**
 * Has the others come along when who is followed looks at something else on this page. Another page of theirs may lie open elsewhere:
 * it stays where it is and calls nobody back.
 */
function Taking({ to, view, place }: Here & { to: Gathered }) {
  const command = useCommand()
  const { notes } = useBoard()
  const now = followed(view, place, notes)
  const [here, there] = [JSON.stringify(now), JSON.stringify({ view: to.view, at: to.at })]
  // Who comes back from the statement has moved, too.
  const told = useRef(to.view === 'statement' ? '' : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `here` is all of `now`
  useEffect(() => {
    if (now === null) return
    told.current ??= JSON.stringify(calledFrom() ?? now)
    setCalledFrom(null)
    if (here === told.current) return
    const timer = setTimeout(() => {
      told.current = here
      if (here !== there) void command({ type: 'gather', ...now, follow: true })
    }, REST)
    return () => clearTimeout(timer)
  }, [here, there, command])
  return null
}

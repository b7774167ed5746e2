'use client'
import dynamic from 'next/dynamic'
import type { ComponentProps } from 'react'
import { useSessionView } from '#components/live/session.tsx'

const OnBoardNow = dynamic(() => import('./on-board.tsx').then(file => file.OnBoard), { ssr: false })
const ElsewhereNow = dynamic(() => import('./elsewhere.tsx').then(file => file.Elsewhere), { ssr: false })
const Menu = dynamic(() => import('./lead-menu.tsx').then(file => file.LeadMenu), { ssr: false })
const Spotlight = dynamic(() => import('./spotlight-button.tsx').then(file => file.SpotlightButton), {
  ssr: false,
})

/** On the board; nothing while nobody is brought anywhere. */
export function OnBoard(props: ComponentProps<typeof OnBoardNow>) {
  const view = useSessionView()
  return view?.gathered || view?.spotlight ? <OnBoardNow {...props} /> : null
}

/** On the other pages. */
export function Elsewhere(props: ComponentProps<typeof ElsewhereNow>) {
  return useSessionView()?.gathered ? <ElsewhereNow {...props} /> : null
}

/** For who leads alone. */
export function LeadMenu(props: ComponentProps<typeof Menu>) {
  return useSessionView()?.me.role === 'facilitator' ? <Menu {...props} /> : null
}

/** For who leads alone. */
export function SpotlightButton({ note }: { note: string }) {
  return useSessionView()?.me.role === 'facilitator' ? <Spotlight note={note} /> : null
}

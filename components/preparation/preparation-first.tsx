'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useSessionView } from '#components/live/session.tsx'

const Preparing = dynamic(() => import('./preparing.tsx').then(file => file.Preparing), { ssr: false })

/** While partners prepare, what one writes for one's own comes before the board. `children` is the board. */
export function PreparationFirst({ children }: { children: ReactNode }) {
  const view = useSessionView()
  const open = view?.preparation?.open === true && view.me.role === 'participant'
  return open ? <Preparing view={view}>{children}</Preparing> : children
}

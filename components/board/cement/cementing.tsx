'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useMemo, useState } from 'react'
import { useCan } from '#components/live/board.tsx'
import { type Begin, CementProvider } from './use-cement.ts'

const LayDialog = dynamic(() => import('./lay-dialog.tsx').then(each => each.LayDialog), { ssr: false })

/** Gives all below the way to make cement, in the one dialog for it. */
export function Cementing({ onJump, children }: { onJump: (note: string) => void; children: ReactNode }) {
  const may = useCan()({ type: 'writeCement' }) === null
  const [begun, setBegun] = useState<{ begin: Begin; turn: number } | null>(null)
  const [open, setOpen] = useState(false)
  const value = useMemo(() => {
    const begin = (what: Begin) => {
      setBegun(now => ({ begin: what, turn: (now?.turn ?? 0) + 1 }))
      setOpen(true)
    }
    return { begin: may ? begin : null, jump: onJump }
  }, [may, onJump])
  return (
    <CementProvider value={value}>
      {children}
      {begun && <LayDialog key={begun.turn} begin={begun.begin} open={open} onClose={() => setOpen(false)} />}
    </CementProvider>
  )
}

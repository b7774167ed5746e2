'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '#components/live/session.tsx'
import type { Gathered } from '#lib/domain/leading.ts'

/**
 * How somebody stands to a call: gone along with it, `invited` since they were busy, or `aside`, looking around for themself while the
 * others follow.
 */
type Stand = 'along' | 'invited' | 'aside'

/**
 * Takes somebody along to where they are called, by `go`, once for each call, also over a reload. Who types, or has something open
 * over the page, is asked instead.
 */
export function useBrought(to: Gathered, go: (to: Gathered) => void) {
  const session = useSession()
  const [stand, setStand] = useState<Stand>('along')
  const gone = useRef({ to, go })
  useEffect(() => {
    gone.current = { to, go }
  })
  const along = useCallback(() => {
    keep(session, gone.current.to.moment)
    setStand('along')
    gone.current.go(gone.current.to)
  }, [session])
  const { moment } = to
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each call, not when one looks along again
  useEffect(() => {
    if ((stand === 'aside' && to.follow) || kept(session) === moment) return
    if (isBusy()) setStand('invited')
    else along()
  }, [moment, session])
  const stay = () => {
    keep(session, moment)
    setStand(to.follow ? 'aside' : 'along')
  }
  return { stand, along, stay }
}

/** Whether somebody types, or is in something that lies over the page: nobody is taken away from that. */
function isBusy(): boolean {
  const at = document.activeElement
  if (!(at instanceof HTMLElement)) return false
  const types =
    at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio])')
  return types || document.querySelector('dialog[open]') !== null
}

const nameOf = (session: string): string => `brought-${session}`

/** The latest call that this tab went along with, or chose not to. */
function kept(session: string): number | null {
  try {
    return Number(sessionStorage.getItem(nameOf(session))) || null
  } catch {
    return null
  }
}

function keep(session: string, moment: number): void {
  try {
    sessionStorage.setItem(nameOf(session), String(moment))
  } catch {
    // A browser that keeps nothing takes one along again after a reload.
  }
}

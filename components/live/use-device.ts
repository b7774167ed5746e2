'use client'
import { useEffect } from 'react'
import { keepPage } from './keep-page.ts'
import { forgetDesks, forgetOthers, forgetSession, forgetStale, keepView } from './kept-view.ts'
import type { Shown } from './use-view.ts'

/** How long the page comes first, in ms, before a view is written (in a full hall one comes at every arrival) or files are kept. */
const VIEW_AFTER = 500
const PAGE_AFTER = 1500
/** How long a desk that is over is left to hear that its last edits were laid down, in ms, and to write that they are. */
const DESKS_AFTER = 5000

/**
 * Keeps on this device what opens the session again, and wipes what has no place here any more. `ended`: this person is not, or no
 * longer, in the session.
 */
export function useDevice(session: string, shown: Shown | null, ended: boolean): void {
  const admitted = !ended && (shown?.sure ?? false)
  const id = shown?.view.me.id
  const round = shown?.view.session.desks?.round ?? null
  useEffect(() => {
    if (ended) void forgetSession(session)
  }, [ended, session])
  useEffect(() => {
    if (!admitted || !shown) return
    const timer = setTimeout(() => void keepView(shown.view, shown.at), VIEW_AFTER)
    return () => clearTimeout(timer)
  }, [admitted, shown])
  useEffect(() => {
    if (!admitted || !id) return
    const timer = setTimeout(() => void forgetDesks({ session, id }, round), DESKS_AFTER)
    return () => clearTimeout(timer)
  }, [admitted, session, id, round])
  useEffect(() => {
    if (!admitted || !id) return
    void forgetOthers({ session, id })
    void forgetStale(Date.now())
    const timer = setTimeout(() => keepPage(session), PAGE_AFTER)
    return () => clearTimeout(timer)
  }, [admitted, session, id])
}

'use client'
import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { get } from './api.ts'
import { useSession } from './session.tsx'

/** How often it is asked, in ms: nobody is sent word of it. */
const ASK_EVERY = 5000

/** What the server tells when it is asked, and sends no word of; null while it is not asked or not told. */
export function useAsked<T>(on: boolean, of: (view: SessionView) => T | null): T | null {
  const session = useSession()
  const [told, setTold] = useState<T | null>(null)
  const latest = useRef(of)
  latest.current = of
  useEffect(() => {
    if (!on) return
    let here = true
    const ask = async () => {
      const answer = await get<SessionView>(`/api/sessions/${encodeURIComponent(session)}/view`)
      if (here && answer.ok) setTold(latest.current(answer.value))
    }
    void ask()
    const timer = setInterval(ask, ASK_EVERY)
    return () => {
      here = false
      clearInterval(timer)
      setTold(null)
    }
  }, [session, on])
  return told
}

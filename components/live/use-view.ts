'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { refusals } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { type Failure, get } from './api.ts'
import { keptView, personHere } from './kept-view.ts'
import { setServerClock } from './server-clock.ts'

/** How long to wait before the server is asked again, in ms. */
const AGAIN = 3000

/** A view, and whether the server gave it to this page; else this device kept it. `at`: when it was given, ms since 1970. */
export type Shown = { view: SessionView; sure: boolean; at: number }
type Seen = {
  shown: Shown | null
  /** The server could not be reached, or could not answer. */
  unreachable: boolean
  refused: Failure['code'] | null
  setView: (view: SessionView) => void
  /** Asks the server again who this is. */
  ask: () => void
}

/**
 * What this person may see of the session: as this device kept it, at once, and then as the server gives it. Until the server
 * has, nothing is sent in that person's name.
 */
export function useView(session: string): Seen {
  const [shown, setShown] = useState<Shown | null>(null)
  const [unreachable, setUnreachable] = useState(false)
  const [refused, setRefused] = useState<Failure['code'] | null>(null)
  const setView = useCallback((view: SessionView) => {
    setServerClock(view.now)
    setShown({ view, sure: true, at: Date.now() })
  }, [])
  const asking = useRef<(() => void) | null>(null)

  useEffect(() => {
    let here = true
    let sure = false
    let busy = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const id = personHere(session)
    const kept = id ? keptView({ session, id }) : Promise.resolve(null)
    void kept.then(found => {
      if (here && found) setShown(now => now ?? { ...found, sure: false })
    })
    const ask = async () => {
      clearTimeout(timer)
      if (busy) return
      busy = true
      const answer = await get<SessionView>(`/api/sessions/${encodeURIComponent(session)}/view`)
      busy = false
      if (!here) return
      if (answer.ok) {
        sure = true
        setUnreachable(false)
        setRefused(null)
        setView(answer.value)
      } else if (answer.refusal.code === 'waiting') {
        // Outside the door: asked again until somebody opens it.
        setRefused('waiting')
        timer = setTimeout(ask, AGAIN)
      } else if (isPassing(answer.refusal.code) && (sure || (await kept))) {
        setUnreachable(true)
        if (!sure) timer = setTimeout(ask, AGAIN)
      } else setRefused(answer.refusal.code)
    }
    asking.current = () => void ask()
    const wakes = () => {
      if (!sure && document.visibilityState === 'visible') void ask()
    }
    void ask()
    window.addEventListener('online', wakes)
    document.addEventListener('visibilitychange', wakes)
    return () => {
      here = false
      clearTimeout(timer)
      window.removeEventListener('online', wakes)
      document.removeEventListener('visibilitychange', wakes)
    }
  }, [session, setView])

  return { shown, unreachable, refused, setView, ask: useCallback(() => asking.current?.(), []) }
}

const isPassing = (code: Failure['code']): boolean =>
  code === 'offline' || refusals[code].reaction === 'retry'

'use client'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

type Say = (text: string, seen?: boolean) => void
const SayContext = createContext<Say>(() => {})

/**
 * Says what was done: read out at once, and shown for a moment at the foot of the screen. `seen` false: only read out, for
 * what is on the screen already.
 */
export const useSay = (): Say => useContext(SayContext)

/** How long a confirmation stays on the screen, in ms. */
const SHOWN = 6000

/** The one place on the board from which things are read out. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const [shown, setShown] = useState<string | null>(null)
  const say = useCallback<Say>((text, seen = true) => {
    setSaid(({ turn }) => ({ text, turn: turn + 1 }))
    setShown(seen ? text : null)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said again is shown as long again
  useEffect(() => {
    const timer = setTimeout(() => setShown(null), SHOWN)
    return () => clearTimeout(timer)
  }, [said.turn])
  return (
    <SayContext value={say}>
      {children}
      {/* The same words twice are two happenings: a space at their end makes them another text, so that both are read. */}
      <p aria-live="polite" data-announcer className="sr-only">
        {said.text}
        {said.turn % 2 === 1 && '\u00a0'}
      </p>
      {shown && (
        <p
          aria-hidden="true"
          className="pointer-events-none fixed bottom-24 left-1/2 z-40 max-w-[90vw] -translate-x-1/2 rounded-lg bg-ink px-4 py-2.5 text-paper shadow-note"
        >
          {shown}
        </p>
      )}
    </SayContext>
  )
}

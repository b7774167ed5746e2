'use client'
import { useLive } from './live-context.ts'

// As of the newest view: what is written goes by it as well, and is made outside of React.
let known = 0

/** The server's clock as well as this page knows it, in ms since 1970. */
export const serverNow = (): number => Date.now() + known

/** Goes by the clock that a view brought at this moment. */
export function setServerClock(now: number): void {
  known = now - Date.now()
}

/** What is to be added to this device's clock to have the server's, in ms: devices may have a wrong one. */
export function useServerOffset(): number {
  const { shown } = useLive()
  return shown ? shown.view.now - shown.at : 0
}

'use client'
import { useLive } from './live-context.ts'

/** What is to be added to this device's clock to have the server's, in ms: devices may have a wrong one. */
export function useServerOffset(): number {
  const { shown } = useLive()
  return shown ? shown.view.now - shown.at : 0
}

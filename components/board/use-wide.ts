'use client'
import { useSyncExternalStore } from 'react'

/** Where the whole mosaic can be read: the width of a small laptop. */
const query = '(min-width: 900px)'

const subscribe = (listener: () => void) => {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the whole mosaic fits this screen. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  )
}

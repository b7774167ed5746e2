'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds; on the server, where nothing is known yet, it does. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      listener => {
        const media = matchMedia(query)
        media.addEventListener('change', listener)
        return () => media.removeEventListener('change', listener)
      },
      [query],
    ),
    () => matchMedia(query).matches,
    () => true,
  )
}

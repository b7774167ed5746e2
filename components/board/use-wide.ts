'use client'
import { useCallback, useSyncExternalStore } from 'react'

/** Where the whole mosaic can be read: the width of a small laptop. */
const WIDE = '(min-width: 900px)'

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

/** Whether the whole mosaic fits this screen. */
export const useWide = (): boolean => useMedia(WIDE)

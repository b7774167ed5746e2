import { useSyncExternalStore } from 'react'

const header = () => document.querySelector('header')

function subscribe(changed: () => void): () => void {
  const observed = header()
  if (!observed) return () => {}
  const observer = new ResizeObserver(changed)
  observer.observe(observed)
  return () => observer.disconnect()
}

/** Height in px of the page's sticky header, under which other sticky things stand; it takes more lines on a phone. */
export const useHeaderHeight = (): number =>
  useSyncExternalStore(
    subscribe,
    () => Math.floor(header()?.getBoundingClientRect().height ?? 0),
    () => 0,
  )

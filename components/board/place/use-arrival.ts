import { type RefObject, useEffect } from 'react'
import type { Place } from './place.ts'

/** How long what is arrived at may take to come, and how long it is then marked; in ms. */
const PATIENCE = 10_000
const MARKED = 2000
const busy = ['keydown', 'pointerdown', 'wheel'] as const

function findPlace(within: HTMLElement, { note, line, tile }: Place): HTMLElement | null {
  const by = (name: string, value: string | undefined) =>
    value === undefined ? null : within.querySelector<HTMLElement>(`[data-${name}="${value}"]`)
  return by('note', note) ?? by('line', line) ?? by('tile', tile)
}

function arrive(at: HTMLElement): void {
  // A heading or a section takes the focus only when it is told that it may.
  if (at.tabIndex < 0 && !at.hasAttribute('tabindex')) at.tabIndex = -1
  at.focus({ preventScroll: true })
  at.scrollIntoView({ block: at.hasAttribute('data-note') ? 'center' : 'start' })
  // Who came by mouse sees no focus ring: for a moment the place itself shows.
  at.setAttribute('data-arrived', '')
  setTimeout(() => at.removeAttribute('data-arrived'), MARKED)
}

/**
 * Brings the place into view and the focus on it, once for each new value of `turn`: when a link was opened, and when
 * another view was chosen. A turn of 0 leaves the focus where it is.
 */
export function useArrival(within: RefObject<HTMLElement | null>, place: Place, turn: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one arrives where one is at that moment, not again at each step
  useEffect(() => {
    const element = within.current
    if (turn === 0 || !element) return
    const now = findPlace(element, place)
    if (now) return arrive(now)
    const waiting = new MutationObserver(() => {
      const found = findPlace(element, place)
      if (!found) return
      waiting.disconnect()
      arrive(found)
    })
    waiting.observe(element, { childList: true, subtree: true })
    // Who began to do something meanwhile is not taken away from it.
    const stop = () => waiting.disconnect()
    const timer = setTimeout(stop, PATIENCE)
    for (const name of busy) addEventListener(name, stop)
    return () => {
      clearTimeout(timer)
      for (const name of busy) removeEventListener(name, stop)
      stop()
    }
  }, [turn])
}

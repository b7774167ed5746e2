import { type RefObject, useEffect, useRef } from 'react'

/** Hears every key that nothing on the page took before; always as the latest `heard` has it. */
export function useKeys(heard: (event: KeyboardEvent) => void): void {
  const latest = useRef(heard)
  useEffect(() => {
    latest.current = heard
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) latest.current(event)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

/** The same for the keys that are pressed on something within an element: shortcuts for what its buttons do. */
export function useKeysWithin(
  within: RefObject<HTMLElement | null>,
  heard: (event: KeyboardEvent, within: HTMLElement) => void,
): void {
  useKeys(event => {
    if (event.target instanceof Node && within.current?.contains(event.target)) heard(event, within.current)
  })
}

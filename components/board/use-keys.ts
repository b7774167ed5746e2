import { type RefObject, useEffect, useRef } from 'react'
import { choiceNow, useChoice } from '#components/ui/remembered.ts'

const LETTERS = 'letter-keys'
const onOff = ['on', 'off'] as const

/** Whether single letters are shortcuts; who speaks to their device, or is easily on a key, turns that off. */
export function useLetterKeys(): [boolean, (on: boolean) => void] {
  const [chosen, choose] = useChoice(LETTERS, onOff)
  return [chosen !== 'off', on => choose(on ? 'on' : 'off')]
}

/** Where keys are letters, or answer something that is asked first. */
export const isTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null)

/** A single sign, which is a shortcut wherever on the page one is and does not type. */
export const isSign = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey

/** Whether a key is for the board that this element is or holds: pressed within it, or a sign pressed anywhere. */
export function isFor(event: KeyboardEvent, within: Element): boolean {
  const { target } = event
  if (isSign(event)) return !isTyping(target) && choiceNow(LETTERS, onOff) !== 'off'
  return target instanceof Node && within.contains(target)
}

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

/**
 * The same for the shortcuts of an element, for what its buttons do: signs wherever on the page they are pressed, other keys on
 * something within it.
 */
export function useKeysWithin(
  within: RefObject<HTMLElement | null>,
  heard: (event: KeyboardEvent, within: HTMLElement) => void,
): void {
  useKeys(event => {
    if (within.current && isFor(event, within.current)) heard(event, within.current)
  })
}

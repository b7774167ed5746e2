import type { RefObject } from 'react'
import { focusedNote } from '../note/focus-note.ts'
import { isTyping, useKeysWithin } from '../use-keys.ts'

/** What the keys do that a list has beside those for notes; each gets the note that the focus is on, or null. */
export type ListActs = {
  tickSection: (note: string | null) => void
  write: () => void
  group?: () => void
}

const keys: Record<string, keyof ListActs> = { a: 'tickSection', n: 'write', g: 'group' }
const steps: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/** Goes a row on from where the focus is, staying on ticks when it is on one; from between the rows, to the nearest. */
function walk(within: HTMLElement, step: 1 | -1): void {
  const rows = [...within.querySelectorAll<HTMLElement>('[data-row]')]
  const active = document.activeElement
  const here = rows.findIndex(row => row.contains(active))
  const behind = rows.findIndex(
    row => active && (active.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  const between = step === 1 ? behind : (behind === -1 ? rows.length : behind) - 1
  const row = rows[here === -1 ? between : here + step]
  const tick = active?.matches('[type=checkbox]') ? row?.querySelector<HTMLElement>('[type=checkbox]') : null
  const to = tick ?? row?.querySelector<HTMLElement>('[data-note]')
  to?.focus()
}

/** The shortcuts of the list: only while nobody is typing and no key of browser or reader is held. */
export function useListKeys(within: RefObject<HTMLElement | null>, acts: ListActs): void {
  useKeysWithin(within, (event, list) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    const step = steps[event.key]
    const name = keys[event.key]
    const act = name && acts[name]
    if (!step && !act) return
    event.preventDefault()
    if (step) walk(list, step)
    else act?.(focusedNote())
  })
}

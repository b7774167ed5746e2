import type { RefObject } from 'react'
import { focusedNote } from '../note/focus-note.ts'
import { useKeys } from '../use-keys.ts'
import { selection } from './selection.ts'

export type NoteAct =
  | 'duplicate'
  | 'bin'
  | 'line'
  | 'move'
  | 'cement'
  | 'choose'
  | 'react'
  | 'help'
  | 'let go'

const keys: Record<string, NoteAct> = {
  d: 'duplicate',
  Delete: 'bin',
  Backspace: 'bin',
  l: 'line',
  m: 'move',
  c: 'cement',
  x: 'choose',
  r: 'react',
  '?': 'help',
  Escape: 'let go',
}

/** The notes that one works on: those that are chosen, or the one that the focus is on. */
export function chosenNotes(): string[] {
  const chosen = selection.read()
  if (chosen.size > 0) return [...chosen]
  const note = focusedNote()
  return note === null ? [] : [note]
}

const isTyping = (target: Element): boolean =>
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open]',
  ) !== null

/** Which act a key asks for, on whatever has the focus; null: none of ours. Letters alone count only within the board. */
function actOf(event: KeyboardEvent, board: HTMLElement): NoteAct | null {
  const { target } = event
  if (event.altKey || !(target instanceof Element) || isTyping(target)) return null
  const act = keys[event.key]
  const within = board.contains(target)
  if (event.ctrlKey || event.metaKey)
    return act === 'duplicate' && !event.shiftKey && (within || target === document.body) ? act : null
  return act && within ? act : null
}

/**
 * The keys for notes, the same in every view: a view that has a meaning of its own for one comes first, by preventing its default.
 */
export function useNoteKeys(board: RefObject<HTMLElement | null>, act: (what: NoteAct) => boolean): void {
  useKeys(event => {
    const asked = board.current && actOf(event, board.current)
    if (asked && act(asked)) event.preventDefault()
  })
}

import type { RefObject } from 'react'
import { focusedNote } from '../note/focus-note.ts'
import { isFor, isTyping, useKeys } from '../use-keys.ts'
import { selection } from './selection.ts'

export type NoteAct =
  | 'duplicate'
  | 'bin'
  | 'line'
  | 'move'
  | 'cement'
  | 'choose'
  | 'react'
  | 'search'
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
  '/': 'search',
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

/** Which act a key asks for, on whatever has the focus; null: none of ours. */
function actOf(event: KeyboardEvent, board: HTMLElement): NoteAct | null {
  const { target } = event
  if (event.altKey || isTyping(target)) return null
  const act = keys[event.key]
  const here = isFor(event, board) || target === document.body
  if (event.ctrlKey || event.metaKey) return act === 'duplicate' && !event.shiftKey && here ? act : null
  return act && here ? act : null
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

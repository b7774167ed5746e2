'use client'
import { type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { spliceText, textOf } from '#lib/documents/board.ts'
import { mainText, type TextField, type TextRoot } from '#lib/documents/layout.ts'
import { type Delta, rebased, shifted, spliceBetween } from '#lib/documents/text.ts'
import { useDoc } from './session.tsx'

const never = () => () => {}

/**
 * Binds a textarea or input to a shared text: what is typed goes in as it is typed, what others type comes in under the
 * caret without moving it, and waits while an input method is composing. A text that is made later is bound when it is there.
 * The browser's own undo knows nothing of what others typed; see `components/board/toolbar/history-buttons.tsx` for what takes its place.
 */
export function useSharedText<T extends HTMLTextAreaElement | HTMLInputElement>(
  root: TextRoot,
  id: string,
  field: TextField = mainText[root],
): RefObject<T | null> {
  const text = useText(root, id, field)
  const element = useRef<T>(null)
  useEffect(() => {
    if (!element.current || !text) return
    element.current.dataset.shared = `${root}/${id}`
    return bind(element.current, text)
  }, [text, root, id])
  return element
}

/** Whether a shared text is there to be written in: what is typed in its field before that would go with its coming. */
export const useIsThere = (root: TextRoot, id: string): boolean => useText(root, id, mainText[root]) !== null

function useText(root: TextRoot, id: string, field: TextField): Y.Text | null {
  const doc = useDoc()
  const subscribe = useCallback(
    (listener: () => void) => {
      doc?.on('update', listener)
      return () => doc?.off('update', listener)
    },
    [doc],
  )
  const find = useCallback(() => (doc ? textOf(doc, root, id, field) : null), [doc, root, id, field])
  return useSyncExternalStore(doc ? subscribe : never, find, find)
}

function bind(element: HTMLTextAreaElement | HTMLInputElement, text: Y.Text): () => void {
  let shown = text.toString()
  let composing = false
  let typing = false
  let waiting: Delta[] = []
  if (element.value !== shown) element.value = shown

  const typed = () => {
    const splice = spliceBetween(shown, element.value)
    shown = element.value
    typing = true
    spliceText(text, rebased(splice, waiting))
    typing = false
  }
  const show = (deltas: readonly Delta[]) => {
    const [from, to] = [element.selectionStart ?? 0, element.selectionEnd ?? 0]
    shown = text.toString()
    element.value = shown
    if (element.ownerDocument.activeElement !== element) return
    const move = (index: number) => deltas.reduce((at, delta) => shifted(at, delta), index)
    element.setSelectionRange(move(from), move(to))
  }
  const heard = (event: Y.YTextEvent) => {
    // What one takes back, or types in another field of this page, is shown like what others write.
    if (typing) return
    if (composing) waiting.push(event.delta)
    else show([event.delta])
  }
  const composes = () => {
    composing = true
  }
  const composed = () => {
    composing = false
    typed()
    const deltas = waiting
    waiting = []
    if (deltas.length > 0) show(deltas)
  }
  text.observe(heard)
  element.addEventListener('input', typed)
  element.addEventListener('compositionstart', composes)
  element.addEventListener('compositionend', composed)
  return () => {
    text.unobserve(heard)
    element.removeEventListener('input', typed)
    element.removeEventListener('compositionstart', composes)
    element.removeEventListener('compositionend', composed)
  }
}

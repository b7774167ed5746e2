'use client'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { spliceText, textOf } from '#lib/documents/board.ts'
import type { BoardRoot } from '#lib/documents/layout.ts'
import { type Delta, rebased, shifted, spliceBetween } from '#lib/documents/text.ts'
import { useDoc } from './session.tsx'

/**
 * Binds a textarea or input to a shared text: what is typed goes in as it is typed, what others type comes in under the
 * caret without moving it, and waits while an input method is composing.
 */
export function useSharedText<T extends HTMLTextAreaElement | HTMLInputElement>(
  root: BoardRoot,
  id: string,
): RefObject<T | null> {
  const doc = useDoc()
  const element = useRef<T>(null)
  const find = useCallback(() => (doc ? textOf(doc, root, id) : null), [doc, root, id])
  useEffect(() => {
    const text = find()
    return element.current && text ? bind(element.current, text) : undefined
  }, [find])
  return element
}

function bind(element: HTMLTextAreaElement | HTMLInputElement, text: Y.Text): () => void {
  let shown = text.toString()
  let composing = false
  let waiting: Delta[] = []
  if (element.value !== shown) element.value = shown

  const typed = () => {
    const splice = spliceBetween(shown, element.value)
    shown = element.value
    spliceText(text, rebased(splice, waiting))
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
    if (event.transaction.local) return
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

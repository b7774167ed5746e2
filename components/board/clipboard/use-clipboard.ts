'use client'
import { useEffect, useRef, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { pasteMessages } from '#lib/i18n/paste.ts'
import { useSay } from '../announcer/announcer.tsx'
import { inBoardOrder } from '../moving/steps.ts'
import { isTyping } from '../use-keys.ts'
import { htmlOf, plainOf } from './copied.ts'
import type { Clip } from './paste-place.ts'

/** Text that somebody marked is copied as text. */
const marksText = (): boolean => (getSelection()?.toString() ?? '') !== ''

/**
 * Copies notes as lines and as a list, and takes what is pasted on the board. `chosen`: the notes that are worked on now.
 * Gives what was pasted until it was dealt with.
 */
export function useClipboard(chosen: () => readonly string[]): [Clip | null, () => void] {
  const t = useMessages(pasteMessages)
  const text = useRefusalText()
  const say = useSay()
  const { notes } = useBoard()
  const refusal = useCan()({ type: 'addNote' })
  const [clip, setClip] = useState<Clip | null>(null)
  const copied = (event: ClipboardEvent) => {
    if (isTyping(event.target) || marksText() || !event.clipboardData) return
    const known = new Map(notes.map(note => [note.id, note.text]))
    const texts = inBoardOrder(notes, new Set(chosen())).flatMap(id => known.get(id)?.trim() || [])
    if (texts.length === 0) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', plainOf(texts))
    event.clipboardData.setData('text/html', htmlOf(texts))
    say(t.copied(texts.length))
  }
  const pasted = ({ target, clipboardData }: ClipboardEvent) => {
    // Where text is written, or something else is asked first, the clipboard is the browser's.
    if (isTyping(target) || !clipboardData) return
    const found = { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
    if (refusal !== null) say(text(refusal))
    else if (found.text.trim() === '' && found.html === '') say(t.nothing)
    else setClip(found)
  }
  const latest = useRef({ copied, pasted })
  useEffect(() => {
    latest.current = { copied, pasted }
  })
  useEffect(() => {
    const copy = (event: ClipboardEvent) => latest.current.copied(event)
    const paste = (event: ClipboardEvent) => latest.current.pasted(event)
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [])
  return [clip, () => setClip(null)]
}

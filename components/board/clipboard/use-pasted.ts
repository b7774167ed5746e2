import { type ClipboardEvent, useState } from 'react'
import type { Clip } from './paste-place.ts'

/** What was pasted where a note is written; `alone`: into nothing. */
export type Pasted = Clip & { alone: boolean }

export const linesIn = (text: string): number => text.split('\n').filter(line => line.trim() !== '').length

/** Remembers lines that are pasted into a note that is being written, to offer more than one note for them. */
export function usePasted() {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const onPaste = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = clipboardData.getData('text/plain').replace(/\r\n?/g, '\n')
    const alone = currentTarget.value === ''
    if (linesIn(text) > 1) setPasted({ text, html: clipboardData.getData('text/html'), alone })
  }
  return { pasted, onPaste }
}

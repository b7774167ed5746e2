'use client'
import type { KeyboardEvent } from 'react'
import { useSharedText } from '#components/live/shared-text.tsx'
import type { TextField, TextRoot } from '#lib/documents/layout.ts'

/** A shared text that is written where it is read: it looks like text until one points at it or is in it. */
export function InPlaceText(props: {
  root: TextRoot
  id: string
  field?: TextField
  label: string
  text: string
  max: number
  /** Whether it is one line of text, however many it takes to show it: then Enter is done with it. */
  oneLine: boolean
  placeholder?: string
  onFocus?: () => void
  className: string
}) {
  const element = useSharedText<HTMLTextAreaElement>(props.root, props.id, props.field)
  const done = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!props.oneLine || event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.blur()
  }
  return (
    <textarea
      ref={element}
      rows={2}
      aria-label={props.label}
      placeholder={props.placeholder}
      defaultValue={props.text}
      maxLength={props.max}
      onFocus={props.onFocus}
      onKeyDown={done}
      className={`w-full resize-none rounded-md border border-transparent bg-transparent px-1 field-sizing-content hover:border-muted focus:border-muted focus:bg-paper ${props.className}`}
    />
  )
}

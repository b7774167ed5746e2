'use client'
import { useEffect, useRef } from 'react'
import type { TextField, TextRoot } from '#lib/documents/layout.ts'
import { InPlaceText } from '../in-place-text.tsx'

/** One question of a card with its answer: a shared text for who may write, else what it reads. */
export function Written(props: {
  root: TextRoot
  id: string
  field: TextField
  label: string
  text: string
  max: number
  mayWrite: boolean
  oneLine?: boolean
  placeholder?: string
  empty: string
}) {
  const { root, id, field, label, text, max, mayWrite, oneLine = false, placeholder, empty } = props
  return (
    <div>
      <p aria-hidden={mayWrite} className="text-sm font-semibold text-muted">
        {label}
      </p>
      {mayWrite ? (
        <InPlaceText
          {...{ root, id, field, label, text, max, oneLine }}
          {...(placeholder === undefined ? {} : { placeholder })}
          className="min-h-11 border-line! py-2 text-lg"
        />
      ) : (
        <p className="text-lg break-words whitespace-pre-wrap">{text.trim() || empty}</p>
      )}
    </div>
  )
}

/** Brings the focus to the first text of what was just begun. */
export function useFirstText<T extends HTMLElement>(fresh: boolean) {
  const card = useRef<T>(null)
  useEffect(() => {
    if (fresh) card.current?.querySelector('textarea')?.focus()
  }, [fresh])
  return card
}

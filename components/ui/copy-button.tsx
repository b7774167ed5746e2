'use client'
import { useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

/** Copies a text and says so. `about`: what is copied, for who doesn't see what the button stands beside. */
export function CopyButton(props: { text: string; copy: string; copied: string; about?: string }) {
  const { text, copy, copied, about } = props
  const [done, setDone] = useState<string | null>(null)
  const label = done === text ? copied : copy
  return (
    <>
      <Button
        aria-label={about && `${label}: ${about}`}
        onClick={() => void copyText(text).then(ok => ok && setDone(text))}
      >
        {label}
      </Button>
      <span role="status" className="sr-only">
        {done === text ? copied : ''}
      </span>
    </>
  )
}

'use client'
import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'
import { Field, TextInput } from './field.tsx'

/** A text to take along, with a button that copies it and says so. */
export function CopyField(props: {
  label: string
  hint?: string
  /** Of the label. */
  labelClass?: string
  value: string
  copy: string
  copied: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState(false)
  const copy = async () => {
    if (await copyText(props.value)) setDone(true)
    // Then it can still be copied by hand.
    else input.current?.select()
  }
  return (
    <Field label={props.label} hint={props.hint} labelClass={props.labelClass ?? ''}>
      {field => (
        <div className="flex flex-wrap gap-2">
          <TextInput
            {...field}
            ref={input}
            readOnly
            value={props.value}
            onFocus={event => event.currentTarget.select()}
            className="min-w-0 flex-1 basis-52 text-sm"
          />
          <Button aria-label={`${props.copy}: ${props.label}`} onClick={() => void copy()}>
            {done ? props.copied : props.copy}
          </Button>
          <span role="status" className="sr-only">
            {done ? props.copied : ''}
          </span>
        </div>
      )}
    </Field>
  )
}

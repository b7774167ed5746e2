'use client'
import { type ComponentProps, type ReactNode, type SelectHTMLAttributes, useId } from 'react'

/** What ties an input to its label, hint and error. */
export type FieldProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

/** A labelled input; hint and error are read out with it. */
export function Field(props: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Of the label; a form with one question has a large one. */
  labelClass?: string
  children: (field: FieldProps) => ReactNode
}) {
  const id = useId()
  const { label, hint, error } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const field = { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={`font-semibold ${props.labelClass ?? ''}`}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      )}
      {props.children(field)}
    </div>
  )
}

const box =
  'min-h-11 w-full rounded-lg border border-muted bg-surface px-3 py-2 text-ink aria-invalid:border-danger'

export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...rest} className={`${box} ${className}`} />
}

export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...rest} className={`${box} ${className}`} />
}

export function Select({ className = '', ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...rest} className={`${box} ${className}`} />
}

'use client'
import type { ComponentProps } from 'react'
import { TextInput } from './field.tsx'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  n: number
  onNumber: (n: number) => void
}

/** A whole number from 0 on; what is no number counts as none. */
export function NumberInput({ n, onNumber, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      type="number"
      inputMode="numeric"
      min={0}
      value={n}
      onChange={event => onNumber(Math.max(0, Math.floor(Number(event.target.value)) || 0))}
    />
  )
}

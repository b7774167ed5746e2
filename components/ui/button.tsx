import type { ComponentProps } from 'react'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 font-semibold no-underline ' +
  'transition-colors motion-reduce:transition-none disabled:cursor-not-allowed disabled:opacity-60 ' +
  'aria-disabled:cursor-not-allowed aria-disabled:opacity-60'
const looks: Record<Variant, string> = {
  primary: 'bg-primary text-on-primary hover:opacity-90',
  secondary: 'border border-line bg-surface text-ink hover:bg-paper',
  quiet: 'text-ink underline underline-offset-4 hover:bg-surface',
  danger: 'border border-danger bg-surface text-danger hover:bg-paper',
}

export function Button({
  variant = 'secondary',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: Variant }) {
  return <button {...rest} type={type} className={`${shape} ${looks[variant]} ${className}`} />
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({
  variant = 'secondary',
  className = '',
  ...rest
}: ComponentProps<'a'> & { variant?: Variant; href: string }) {
  return <a {...rest} className={`${shape} ${looks[variant]} ${className}`} />
}

import type { ReactNode } from 'react'

type Kind = 'info' | 'error' | 'success'
const edge: Record<Kind, string> = {
  info: 'border-primary',
  error: 'border-danger',
  success: 'border-(--accent-samen-doen)',
}

/** Something to know; an error is read out at once, the rest when there is a pause. */
export function Notice(props: { kind: Kind; title?: string; children?: ReactNode }) {
  const { kind, title, children } = props
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={`rounded-lg border-l-4 bg-surface p-4 ${edge[kind]}`}
    >
      {title && <p className="font-bold">{title}</p>}
      {children}
    </div>
  )
}

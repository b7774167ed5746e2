'use client'
import { Button } from '#components/ui/button.tsx'

/** What was counted of whom, and what can be done about it. */
export function CountedRow(props: { name: string; said: string; action: string | null; onAct: () => void }) {
  const { name, said, action, onAct } = props
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-surface px-3 py-1">
      <span className="grow">
        <b>{name}</b> <span className="text-sm text-muted">{said}</span>
      </span>
      {action && (
        <Button aria-label={`${action}: ${name}`} onClick={onAct}>
          {action}
        </Button>
      )}
    </li>
  )
}

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A line above the page on what all are shown, read out in a pause, with what one can do about it. */
export function Bar(props: { icon: LucideIcon; text: ReactNode; children?: ReactNode }) {
  const { icon: Icon } = props
  return (
    <div className="mx-2 mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border-l-4 border-primary bg-surface px-3 py-1 sm:mx-4">
      <Icon aria-hidden="true" size={20} className="shrink-0" />
      <div role="status" className="min-w-0 flex-1 basis-40 py-1.5 leading-snug">
        {props.text}
      </div>
      {props.children && <div className="flex flex-wrap gap-2">{props.children}</div>}
    </div>
  )
}

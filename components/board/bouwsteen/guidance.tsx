'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { guidanceMessages } from '#lib/i18n/guidance.ts'

export type GuidanceProps = {
  bouwsteen: Bouwsteen
  /** Begins a note with a sentence; null for who may not add one now. */
  onStart: ((text: string) => void) | null
  /** Goes to a bouwsteen that this one is tuned with. */
  onTile: (bouwsteen: Bouwsteen) => void
}

/** What there is to say and ask at a bouwsteen; its many words come when it is shown. */
export const Guidance = dynamic(() => import('./guidance-text.tsx').then(file => file.GuidanceText), {
  ssr: false,
})

/** The same beside the notes where there is room, else folded above them. */
export function GuidanceBeside(props: GuidanceProps) {
  const t = useMessages(guidanceMessages)
  const roomy = useMedia('(min-width: 64rem)')
  const [open, setOpen] = useState(false)
  if (roomy)
    return (
      <aside aria-label={t.guidance} className="w-80 shrink-0">
        <Guidance {...props} />
      </aside>
    )
  return (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 content-center font-semibold">{t.guidance}</summary>
      <div className="mt-2">{open && <Guidance {...props} />}</div>
    </details>
  )
}

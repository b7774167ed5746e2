'use client'
import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'

const Differences = dynamic(() => import('./differences-now.tsx'), { ssr: false })

/** Unfolds the differences with the statement of the edition before. */
export function BesideFormer() {
  const t = useMessages(editionMessages)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex flex-col items-start gap-3 rounded-xl border border-line p-4"
    >
      <h2 id={`${id}-title`} className="text-xl font-bold">
        {t.differences}
      </h2>
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? t.hide : t.show}
      </Button>
      {/* Where the screen is large the text that is being written stays near. */}
      <div id={id} hidden={!open} className="w-full lg:max-h-[65dvh] lg:overflow-y-auto">
        {open && <Differences />}
      </div>
    </section>
  )
}

'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { trailMessages } from '#lib/i18n/trail.ts'

const Trail = dynamic(() => import('./trail.tsx').then(file => file.Trail), { ssr: false })

/** What was done in the session, to look up when somebody asks; folded up at the foot of the page. */
export function TrailDesk() {
  const t = useMessages(trailMessages)
  const [open, setOpen] = useState(false)
  return (
    <details
      onToggle={event => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line px-4 py-2"
    >
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.title}</summary>
      {open && <Trail />}
    </details>
  )
}

'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { voiceMessages } from '#lib/i18n/voices.ts'

const Voices = dynamic(() => import('./voices.tsx').then(file => file.Voices), { ssr: false })

/** Who is heard and what to do about it; folded up, for the screen of who leads may be on the wall. */
export function VoicesDesk() {
  const t = useMessages(voiceMessages)
  const [open, setOpen] = useState(false)
  return (
    <details
      onToggle={event => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line px-4"
    >
      <summary className="min-h-12 content-center text-xl font-bold">{t.title}</summary>
      {open && <Voices />}
    </details>
  )
}

'use client'
import { Lock } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import type { Desks } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'

/** What was promised for what one writes here, always in sight; and on demand what that means and what it does not. */
export function Promised({ desks }: { desks: Desks }) {
  const t = useMessages(deskMessages)
  const named = desks.promise === 'named'
  const next = named ? (desks.layOut ? t.layOutNow : t.namedNext) : t.anonymousNext
  return (
    <details className="min-w-0 grow basis-80 rounded-lg border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-3 py-1 leading-snug">
        <Lock aria-hidden="true" size={18} className="shrink-0" />
        <span>
          <b>{t.private}</b> <span aria-live="polite">{next}</span>{' '}
          <span className="underline decoration-dotted underline-offset-4">{t.meaning}</span>
        </span>
      </summary>
      <div className="flex max-w-[70ch] flex-col gap-1.5 px-3 pt-1 pb-3 text-sm">
        <p>{named ? t.namedMeaning : t.anonymousMeaning}</p>
        {!named && <p>{t.anonymousLimit}</p>}
        <p>{t.countMeaning}</p>
        <p>{t.deviceMeaning}</p>
      </div>
    </details>
  )
}

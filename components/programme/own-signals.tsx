'use client'
import { Hand } from 'lucide-react'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { can } from '#lib/domain/permissions.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'

const look =
  'flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 rounded-lg px-2 font-semibold hover:bg-paper aria-pressed:bg-primary aria-pressed:text-on-primary'

/** Lets the room know that one would like to speak, or is done with the step. */
export function OwnSignals({ full = false }: { full?: boolean }) {
  const t = useMessages(programmeMessages)
  const command = useCommand()
  const view = useSessionView()
  if (!view || can(view.me, { type: 'signal' }, view.session.phase) !== null) return null
  const { ready, hand } = view.signals.mine
  return (
    <div className={full ? 'flex flex-wrap gap-2' : 'hidden items-center sm:flex'}>
      <button
        type="button"
        aria-pressed={ready}
        onClick={() => void command({ type: 'signal', ready: !ready })}
        className={look}
      >
        <span aria-hidden="true">✓</span> {full ? t.ready : t.readyShort}
      </button>
      <button
        type="button"
        aria-pressed={hand}
        aria-label={full ? undefined : t.hand}
        title={hand ? t.handUp : t.hand}
        onClick={() => void command({ type: 'signal', hand: !hand })}
        className={look}
      >
        <Hand aria-hidden="true" size={18} /> {full && t.hand}
      </button>
    </div>
  )
}

'use client'
import { useConnection, usePendingCount } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { sessionMessages } from '#lib/i18n/session.ts'

/** How it stands with the line, honestly: what waits is counted, and "live" is said only when all is stored. */
export function ConnectionState() {
  const t = useMessages(sessionMessages)
  const { state } = useConnection()
  const pending = usePendingCount()
  const live = state === 'live'
  const text = live
    ? pending > 0
      ? t.saving
      : t.live
    : state === 'connecting'
      ? t.connecting
      : t.offline(pending)
  return (
    <p
      role="status"
      className={`flex items-center gap-2 text-sm ${live ? 'text-muted' : 'font-semibold text-danger'}`}
    >
      <span
        aria-hidden="true"
        className={`size-2.5 rounded-full ${live ? 'bg-(--accent-samen-doen)' : 'border-2 border-danger'}`}
      />
      {/* Saving takes a blink: reading it out at each keystroke would drown everything else. */}
      <span aria-hidden={live && pending > 0}>{text}</span>
    </p>
  )
}

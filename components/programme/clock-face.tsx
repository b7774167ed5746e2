'use client'
import { Hourglass, Pause } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import { type Clock, isRunning } from '#lib/domain/clock.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'
import { asMinutes, useTimeLeft } from './use-time-left.ts'

/** From here on, in seconds, it is seen that the time is nearly over. */
const NEARLY_OVER = 60

/** What time is left. Not read out as it goes: `ClockCalls` says it at a few moments. */
export function ClockFace({ clock, className = '' }: { clock: Clock; className?: string }) {
  const t = useMessages(programmeMessages)
  const left = useTimeLeft(clock)
  const near = left <= NEARLY_OVER
  return (
    <span
      role="timer"
      aria-label={t.clock}
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 tabular-nums ${
        near ? 'bg-primary font-bold text-on-primary' : 'font-semibold text-ink'
      } ${className}`}
    >
      {isRunning(clock) ? (
        <Hourglass aria-hidden="true" className="size-[0.9em]" />
      ) : (
        <Pause aria-hidden="true" className="size-[0.9em]" />
      )}
      {left <= 0 ? t.over : asMinutes(left)}
    </span>
  )
}

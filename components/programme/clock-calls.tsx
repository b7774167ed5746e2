'use client'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { type Clock, isRunning } from '#lib/domain/clock.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'
import { ring } from './chime.ts'
import { useTimeLeft } from './use-time-left.ts'

/** When it is said how much is left, in seconds. */
const CALLS = [300, 60, 0] as const

/** Says, to who listens to a screen reader, when five minutes and one are left and when time is up; `sound`: with a tone then. */
export function ClockCalls({ clock, sound }: { clock: Clock; sound: boolean }) {
  const t = useMessages(programmeMessages)
  const left = useTimeLeft(clock)
  // By its value: each view brings an equal one.
  const set = isRunning(clock) ? clock.endsAt : clock.left
  const former = useRef({ set, left })
  const [call, setCall] = useState<number | null>(null)
  useEffect(() => {
    const before = former.current.set === set ? former.current.left : left
    former.current = { set, left }
    const passed = CALLS.findLast(each => before > each && left <= each)
    if (passed === undefined) return
    setCall(passed)
    if (passed === 0 && sound) ring()
  }, [set, left, sound])
  const said = call === null ? '' : call === 0 ? t.over : t.left(call / 60)
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  )
}

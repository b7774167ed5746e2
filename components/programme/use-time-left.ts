'use client'
import { useEffect, useState } from 'react'
import { useServerOffset } from '#components/live/server-clock.ts'
import { type Clock, isRunning, leftOf } from '#lib/domain/clock.ts'

const SECOND = 1000
/** A timer may wake a little early; a moment more spares a second that is shown twice. */
const GRACE = 5

/** What is left in whole seconds, begun ones counted; less than nothing once the time is over. Drawn again as each passes. */
export function useTimeLeft(clock: Clock): number {
  const offset = useServerOffset()
  const [, wake] = useState(0)
  const left = leftOf(clock, Date.now() + offset)
  const running = isRunning(clock)
  useEffect(() => {
    if (!running) return
    let timer: ReturnType<typeof setTimeout>
    const plan = () => {
      const now = leftOf(clock, Date.now() + offset)
      timer = setTimeout(
        () => {
          wake(count => count + 1)
          plan()
        },
        (((now % SECOND) + SECOND) % SECOND) + GRACE,
      )
    }
    plan()
    return () => clearTimeout(timer)
  }, [clock, running, offset])
  return Math.ceil(left / SECOND)
}

/** Seconds as minutes and seconds: 12:05, and 75:00 for an hour and a quarter. */
export function asMinutes(seconds: number): string {
  const whole = Math.abs(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

import { z } from 'zod'

/** Longest time, in ms, that a clock is set to or that is added at once: a working day. */
export const CLOCK_MAX = 8 * 60 * 60 * 1000

/** A span of time in ms that a clock can be given. */
export const spanSchema = z.int().positive().max(CLOCK_MAX)

/**
 * The room's clock, all in ms. `total`: what it was given since it was set. It runs until `endsAt` on the server's clock, or stands
 * still with `left` to go; past its end it goes on below zero.
 */
export type Clock = { total: number; endsAt: number } | { total: number; left: number }

export const begun = (span: number, now: number): Clock => ({ total: span, endsAt: now + span })

export const isRunning = (clock: Clock): clock is Extract<Clock, { endsAt: number }> => 'endsAt' in clock

/** What is left at `now`; less than nothing once the time is over. */
export const leftOf = (clock: Clock, now: number): number =>
  isRunning(clock) ? clock.endsAt - now : clock.left

/** With more time: from the end on, or from now when that has passed. */
export function extended(clock: Clock, by: number, now: number): Clock {
  const left = Math.max(0, leftOf(clock, now)) + by
  const total = clock.total + by
  return isRunning(clock) ? { total, endsAt: now + left } : { total, left }
}

export const paused = (clock: Clock, now: number): Clock =>
  isRunning(clock) ? { total: clock.total, left: leftOf(clock, now) } : clock

export const resumed = (clock: Clock, now: number): Clock =>
  isRunning(clock) ? clock : { total: clock.total, endsAt: now + clock.left }

import type { Session } from './session.ts'

const DAY = 24 * 60 * 60 * 1000
/** How many days a session is kept after its last one, where neither who leads nor the operator says otherwise. */
export const KEPT_DAYS = 365
/** Furthest day that one may choose, in days from now. */
const FURTHEST_DAYS = 10 * 365
/** For so many days before the end who leads is warned. */
const WARNED_DAYS = 30

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The first and the last day (UTC) that may be chosen at moment `now`. */
export const mayBeKept = (now: number): { from: string; to: string } => ({
  from: dayOf(now + DAY),
  to: dayOf(now + FURTHEST_DAYS * DAY),
})

/** The last day (UTC) that a session is kept: what who leads chose, else `days` after its own last day, or after it was begun if that is later. */
export function lastDayKept(
  { createdAt, dates }: Pick<Session, 'createdAt' | 'dates'>,
  chosen: string | null,
  days: number,
): string {
  if (chosen !== null) return chosen
  const over = Math.max(createdAt, Date.parse(dates.at(-1) ?? '') || 0)
  return dayOf(over + days * DAY)
}

/** How many days are left at moment `now`: 0 on the last day, less than 0 when it is over. */
export const daysLeft = (lastDay: string, now: number): number =>
  Math.round((Date.parse(lastDay) - Date.parse(dayOf(now))) / DAY)

/** Whether the end is so near that who leads is warned. */
export const endsSoon = (lastDay: string, now: number): boolean => daysLeft(lastDay, now) <= WARNED_DAYS

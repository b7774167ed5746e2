import { z } from 'zod'
import { legibleLine } from './legible-line.ts'
import { dateSchema } from './session.ts'

export const MEETING_PLACE_MAX = 160

/** When and where the network meets again: a day, a time of day (HH:MM) and a place as far as those are known. */
export const meetingSchema = z.strictObject({
  date: dateSchema,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  place: legibleLine(MEETING_PLACE_MAX, 0),
})
export type Meeting = z.infer<typeof meetingSchema>

const DAY = 24 * 60 * 60 * 1000

/**
 * The first day that a meeting may be set on, at a moment (ms): not one that is over, wherever on earth people are when it still is
 * yesterday there.
 */
export const firstMeetingDay = (now: number): string => new Date(now - DAY / 2).toISOString().slice(0, 10)

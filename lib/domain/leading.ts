import { z } from 'zod'
import { bouwsteenSchema } from './bouwsteen.ts'
import { idSchema } from './id.ts'

/** What a room is brought to look at. `board`: the bouwstenen, in whichever view of them suits a device. */
export const gatherViews = [
  'board',
  'lines',
  'overview',
  'proposals',
  'breakthrough',
  'results',
  'people',
  'statement',
] as const
export type GatherView = (typeof gatherViews)[number]

/** One place on the board. */
export const callPlaceSchema = z.union([
  z.strictObject({ tile: bouwsteenSchema }),
  z.strictObject({ line: idSchema }),
  z.strictObject({ note: idSchema }),
])
export type CallPlace = z.infer<typeof callPlaceSchema>

export const gatheringSchema = z.strictObject({
  view: z.enum(gatherViews),
  /** Where in it; null for the whole of it. */
  at: callPlaceSchema.nullable(),
  /** Whether people go along with whoever called them, wherever that goes next. */
  follow: z.boolean(),
})

/** Where everybody is called to: `by` whom, and at which `moment` (ms), by which one call is known from the next. */
export type Gathered = z.infer<typeof gatheringSchema> & { by: string; moment: number }

/**
 * How who leads has the room, beside its step and clock. `held`: all others put their pens down for a moment. `lobby`: who comes in
 * waits until they are let in. `spotlight`: the note that all are shown.
 */
export type Leading = {
  held: boolean
  lobby: boolean
  gathered: Gathered | null
  spotlight: string | null
}

/** Everybody does as they like, and comes in. */
export const freely: Leading = { held: false, lobby: false, gathered: null, spotlight: null }

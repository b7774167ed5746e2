import { z } from 'zod'
import { bouwsteenSchema } from './bouwsteen.ts'
import { idSchema } from './id.ts'
import { type Guest, seatsFor } from './seating.ts'

export const TABLES_MAX = 24
export const ROUNDS_MAX = 8
export const TABLE_TITLE_MAX = 80
export const TABLE_QUESTION_MAX = 300
export const TABLE_CALL_MAX = 500

/** One table: what it works on, and where people far away meet (a link of the group's own), null for nowhere. */
export const tableSchema = z.strictObject({
  title: z.string().trim().min(1).max(TABLE_TITLE_MAX),
  question: z.string().trim().max(TABLE_QUESTION_MAX),
  bouwstenen: z.array(bouwsteenSchema).readonly(),
  call: z
    .url({ protocol: /^https$/ })
    .max(TABLE_CALL_MAX)
    .nullable(),
})
export type Table = z.infer<typeof tableSchema>

/** Which table, from 0. */
export const placeSchema = z
  .int()
  .min(0)
  .max(TABLES_MAX - 1)

/** Tables for some rounds, and by participant at which of them, from 0, they sit in each round. */
export const seatingSchema = z
  .strictObject({
    tables: z.array(tableSchema).min(2).max(TABLES_MAX),
    rounds: z.int().min(1).max(ROUNDS_MAX),
    seats: z.record(idSchema, z.array(placeSchema).readonly()),
  })
  .refine(
    ({ tables, rounds, seats }) =>
      Object.values(seats).every(
        mine => mine.length === rounds && mine.every(place => place < tables.length),
      ),
    'a seat that is not there',
  )
export type Seating = z.infer<typeof seatingSchema>

/**
 * Tables at work. `round`: the present one, from 0; `began`: the moments (ms) at which rounds began, in their order, each with its round;
 * `pens`: who took the pen at which table in which round.
 */
export type SeatedTables = Seating & {
  round: number
  began: readonly { round: number; at: number }[]
  pens?: readonly { round: number; table: number; person: string }[]
}

/** With a seat for who came later, or who is back; as it was when they have one. */
export function withLatecomer(tables: SeatedTables, guest: Guest, others: readonly Guest[]): SeatedTables {
  if (tables.seats[guest.id]) return tables
  const mine = seatsFor(guest, others, tables.seats, tables.tables.length, tables.rounds)
  return { ...tables, seats: { ...tables.seats, [guest.id]: mine } }
}

/** At which table, from 0, somebody sat at a moment; null when no round had begun, or they had no seat. */
export function tableAt({ seats, began }: SeatedTables, participant: string, at: number): number | null {
  const round = began.findLast(each => each.at <= at)?.round
  return round === undefined ? null : (seats[participant]?.[round] ?? null)
}

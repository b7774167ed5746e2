import { z } from 'zod'
import type { Hosted } from './hosting.ts'
import { type Participant, takesPart } from './participant.ts'
import type { Phase } from './phase.ts'
import type { SeatedTables } from './tables.ts'

/** Who writes in a step: everybody; at each table the one who writes for it; who leads alone. */
export const writers = ['all', 'scribes', 'leads'] as const
/** Who moves notes and lays them in lines: everybody whom the phase lets; who may order; who leads alone. */
export const movers = ['all', 'orderers', 'leads'] as const

/** What a step says of who may do what: it takes away from what its phase lets people do, and adds nothing. */
export const stepMaySchema = z.strictObject({ write: z.enum(writers), move: z.enum(movers) })
export type StepMay = z.infer<typeof stepMaySchema>

/** Of a step that says nothing about it. */
export const mayAll: StepMay = { write: 'all', move: 'all' }

/** The same as it holds at this moment. `scribes`: who writes for a table, one for each; null while nobody sits at any. */
export type StepRights = StepMay & { scribes: readonly string[] | null }

type Person = Pick<Participant, 'id' | 'role' | 'removed' | 'waiting'>
type Saying = { phase: Phase; mode: string; may?: StepMay | undefined }
type Room = { tables: SeatedTables | null; people: readonly Person[]; hosted: Hosted }

/**
 * Who writes for a table in the present round: who took the pen, as long as they sit there; else the first who sits there with a device of
 * their own. Null at a table where nobody does.
 */
export function scribeAt({ tables, people, hosted }: Room, table: number): string | null {
  if (!tables) return null
  const { round, seats, pens = [] } = tables
  const sitting = people.filter(
    person => takesPart(person) && hosted[person.id] === undefined && seats[person.id]?.[round] === table,
  )
  const took = pens.find(pen => pen.round === round && pen.table === table)?.person
  return (sitting.find(({ id }) => id === took) ?? sitting[0])?.id ?? null
}

/** What a step says at this moment; null when it says nothing, or its phase was left by hand: it no longer says what the room does. */
export function rightsIn(step: Saying | null, phase: Phase, room: Room): StepRights | null {
  if (!step?.may || step.phase !== phase) return null
  const { write, move } = step.may
  if (write === 'all' && move === 'all') return null
  const tables = step.mode === 'tables' ? room.tables : null
  const scribes = tables?.tables.flatMap((_, table) => scribeAt({ ...room, tables }, table) ?? []) ?? null
  return { write, move, scribes }
}

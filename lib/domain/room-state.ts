import type { Appeal } from './appeal.ts'
import type { Clock } from './clock.ts'
import type { Hosted } from './hosting.ts'
import { freely, type Leading } from './leading.ts'
import type { Meeting } from './meeting.ts'
import type { Missing, Preparation } from './preparation.ts'
import { noSignals, type Signals } from './signals.ts'
import type { SeatedTables } from './tables.ts'

/** What goes on in the room at this moment, whatever step it is in. */
export type RoomState = {
  clock: Clock | null
  /** The tables that people sit at, null when they sit together. */
  tables: SeatedTables | null
  signals: Signals
  /** What people ask of notes in no line. */
  appeals: readonly Appeal[]
  /** Who has no device of their own. */
  hosted: Hosted
  /** What partners write before the first day; null as long as nobody was asked. */
  preparation: Preparation | null
  /** Who is missing at the table. */
  missing: readonly Missing[]
  leading: Leading
  /** When and where the network meets again; null: nothing is agreed. */
  meeting: Meeting | null
  /** The last day (UTC) that the session is kept; null: as long as is usual here. */
  keptUntil: string | null
}

/** A room in which nothing was asked and nothing done yet. */
export const emptyRoom: RoomState = {
  clock: null,
  tables: null,
  signals: noSignals,
  appeals: [],
  hosted: {},
  preparation: null,
  missing: [],
  leading: freely,
  meeting: null,
  keptUntil: null,
}

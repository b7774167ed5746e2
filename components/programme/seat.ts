import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { SeatedTables } from '#lib/domain/tables.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** The tables while people sit at them: in another step they wait until that one is gone back to. */
export const tablesInUse = ({ tables, step }: SessionView): SeatedTables | null =>
  step === null || step.step.mode === 'tables' ? tables : null

/** At which table, from 0, somebody sits in a round; null when they sit at none. */
export const seatIn = ({ tables }: SessionView, participant: string, round: number): number | null =>
  tables?.seats[participant]?.[round] ?? null

/** What one's own table works on in this round, first of all; null for who sits at none, or at one that works on anything. */
export function tileAtTable(view: SessionView): Bouwsteen | null {
  const seated = tablesInUse(view)
  const mine = seated && seatIn(view, view.me.id, seated.round)
  return (mine !== null && seated?.tables[mine]?.bouwstenen[0]) || null
}

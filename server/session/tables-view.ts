import type { Participant } from '#lib/domain/participant.ts'
import type { SeatedTables } from '#lib/domain/tables.ts'

type Of = (me: Pick<Participant, 'id' | 'role'>) => SeatedTables | null

/**
 * The tables as each person may see them: the link to a table's call is for who sits there in this round, and for who leads. Made once for
 * all who see the same.
 */
export function tablesViews(tables: SeatedTables | null): Of {
  if (!tables?.tables.some(({ call }) => call !== null)) return () => tables
  const seen = new Map<number | undefined, SeatedTables>()
  const at = (mine: number | undefined): SeatedTables => {
    const told = seen.get(mine) ?? {
      ...tables,
      tables: tables.tables.map((table, place) => (place === mine ? table : { ...table, call: null })),
    }
    seen.set(mine, told)
    return told
  }
  return ({ id, role }) => (role === 'facilitator' ? tables : at(tables.seats[id]?.[tables.round]))
}

import { type Participant, takesPart } from '#lib/domain/participant.ts'
import { type SeatedTables, type Seating, withLatecomer } from '#lib/domain/tables.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/** Seats people, and begins the first round. Who came in since the seats were reckoned is given one. */
export async function seatTables(context: Context, seating: Seating): Promise<null> {
  mustLead(context)
  const people = (await context.tx.participants()).filter(takesPart)
  const known = new Set(people.map(({ id }) => id))
  if (Object.keys(seating.seats).some(id => !known.has(id))) throw new Refused('not-found')
  const began = [{ round: 0, at: context.at }]
  const tables = people.reduce<SeatedTables>((so, person) => withLatecomer(so, person, people), {
    ...seating,
    round: 0,
    began,
  })
  return save(context, tables)
}

/** Begins a round; the one that is under way goes on. */
export async function goToRound(context: Context, round: number): Promise<null> {
  const tables = await tablesOf(context)
  if (round >= tables.rounds) throw new Refused('wrong-step')
  if (round === tables.round) return null
  return save(context, { ...tables, round, began: [...tables.began, { round, at: context.at }] })
}

/** Gives somebody another table in the present round. */
export async function moveSeat(context: Context, participant: string, table: number): Promise<null> {
  const tables = await tablesOf(context)
  const mine = tables.seats[participant]
  if (!mine || table >= tables.tables.length) throw new Refused('not-found')
  const moved = mine.map((place, round) => (round === tables.round ? table : place))
  return save(context, { ...tables, seats: { ...tables.seats, [participant]: moved } })
}

/** Gives a table another link to its call: the one it had may not work when people are there. */
export async function setTableCall(context: Context, table: number, call: string | null): Promise<null> {
  const tables = await tablesOf(context)
  if (table >= tables.tables.length) throw new Refused('not-found')
  const changed = tables.tables.map((each, place) => (place === table ? { ...each, call } : each))
  return save(context, { ...tables, tables: changed })
}

/** All sit together; nothing to do when they do. */
export async function clearTables(context: Context): Promise<null> {
  mustLead(context)
  return save(context, null)
}

/** Gives who comes in a seat, while people sit at tables. */
export async function seatNewcomer(tx: SessionTransaction, person: Participant): Promise<void> {
  const room = await tx.room()
  if (!room.tables || !takesPart(person)) return
  const people = (await tx.participants()).filter(takesPart)
  await tx.saveRoom({ ...room, tables: withLatecomer(room.tables, person, people) })
}

async function tablesOf(context: Context): Promise<SeatedTables> {
  mustLead(context)
  const { tables } = await context.tx.room()
  if (!tables) throw new Refused('no-tables')
  return tables
}

async function save(context: Context, tables: SeatedTables | null): Promise<null> {
  await context.tx.saveRoom({ ...(await context.tx.room()), tables })
  return null
}

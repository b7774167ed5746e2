import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { actorOf, type Context, Refused } from '../context.ts'

/** Makes who asks the one who writes for the table where they sit in this round; those at a table agree on it among themselves. */
export async function takePen(context: Context): Promise<null> {
  const { actor, session, tx } = context
  const refusal = can(actorOf(actor), { type: 'takePen' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  const room = await tx.room()
  if (!room.tables) throw new Refused('no-tables')
  const { round, seats, pens = [] } = room.tables
  const table = seats[actor.id]?.[round]
  if (table === undefined) throw new Refused('no-tables')
  const others = pens.filter(pen => pen.round !== round || pen.table !== table)
  const mine = { round, table, person: actor.id }
  await tx.saveRoom({ ...room, tables: { ...room.tables, pens: [...others, mine] } })
  return null
}

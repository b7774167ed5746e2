import { mayBeKept } from '#lib/domain/retention.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/** Sets the last day that the session is kept; null: as long as is usual here. After it all of it is deleted. */
export async function keepUntil(context: Context, day: string | null): Promise<null> {
  mustLead(context)
  const { from, to } = mayBeKept(context.at)
  if (day !== null && (day < from || day > to)) throw new Refused('invalid-request')
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, keptUntil: day })
  return null
}

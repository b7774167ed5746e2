import { type Context, mustLead, Refused } from '../context.ts'

/** Gives or takes the right to make lines, removes somebody or lets them in again. Nobody can remove who leads. */
export async function setParticipant(
  context: Context,
  id: string,
  change: { mayOrder?: boolean | undefined; removed?: boolean | undefined },
): Promise<null> {
  mustLead(context)
  const participant = (await context.tx.participants()).find(each => each.id === id)
  if (!participant) throw new Refused('not-found')
  if (participant.role === 'facilitator') throw new Refused('role-forbids')
  await context.tx.updateParticipant(id, {
    ...(change.mayOrder === undefined ? {} : { mayOrder: change.mayOrder }),
    ...(change.removed === undefined ? {} : { removed: change.removed }),
  })
  return null
}

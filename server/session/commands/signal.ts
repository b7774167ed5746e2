import { takesPart } from '#lib/domain/participant.ts'
import { can } from '#lib/domain/permissions.ts'
import { signalled } from '#lib/domain/signals.ts'
import { actorOf, type Context, mustLead, Refused } from '../context.ts'

type Told = Parameters<typeof signalled>[2]

/** Lets the room know that one is done or would like to speak; in one's own name, or of somebody who is ticked on one's device. */
export async function signal(context: Context, told: Told, of?: string): Promise<null> {
  if (of !== undefined && of !== context.actor.id) {
    const refused = can(actorOf(context.actor), { type: 'host' }, context.session.phase)
    if (refused) throw new Refused(refused)
    const by = (await context.tx.room()).hosted[of]
    if (by !== context.actor.id) throw new Refused('not-yours')
    const person = (await context.tx.participants()).find(each => each.id === of)
    if (!person || person.removed) throw new Refused('not-found')
    if (!takesPart(person)) throw new Refused('role-forbids')
    return save(context, of, told)
  }
  const refusal = can(actorOf(context.actor), { type: 'signal' }, context.session.phase)
  if (refusal) throw new Refused(refusal)
  return save(context, context.actor.id, told)
}

/** Takes down somebody's hand; nothing to do when it isn't up. */
export async function lowerHand(context: Context, participant: string): Promise<null> {
  mustLead(context)
  return save(context, participant, { hand: false })
}

async function save(context: Context, person: string, told: Told): Promise<null> {
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, signals: signalled(room.signals, person, told) })
  return null
}

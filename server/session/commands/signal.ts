import { can } from '#lib/domain/permissions.ts'
import { noSignals, signalled } from '#lib/domain/signals.ts'
import { actorOf, type Context, mustLead, Refused } from '../context.ts'
import { programmeOf } from './programme.ts'

type Told = Parameters<typeof signalled>[2]

/** Lets the room know, in one's own name, that one is done or would like to speak. */
export async function signal(context: Context, told: Told): Promise<null> {
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
  const programme = await programmeOf(context)
  const signals = signalled(programme.signals ?? noSignals, person, told)
  await context.tx.saveProgramme({ ...programme, signals })
  return null
}

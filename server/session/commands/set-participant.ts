import { type Participant, takesPart } from '#lib/domain/participant.ts'
import { signalled } from '#lib/domain/signals.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { seatNewcomer } from './tables.ts'

type Change = {
  mayOrder?: boolean | undefined
  removed?: boolean | undefined
  role?: Participant['role'] | undefined
}

/**
 * Gives or takes the right to make lines, gives another role, removes somebody or lets them in again. Who leads is not removed before
 * the lead is taken from them, and never from whom the facilitator's link opens as: somebody always leads.
 */
export async function setParticipant(context: Context, id: string, change: Change): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  const participant = (await tx.participants()).find(each => each.id === id)
  if (!participant) throw new Refused('not-found')
  const { mayOrder, removed, role } = change
  if (id === session.lead) throw new Refused('role-forbids')
  if (participant.role === 'facilitator' && (removed !== undefined || mayOrder !== undefined))
    throw new Refused('role-forbids')
  await tx.updateParticipant(id, {
    ...(mayOrder === undefined ? {} : { mayOrder }),
    // Who is turned away at the door was never in; who is let in after all need not wait again.
    ...(removed === undefined ? {} : { removed, waiting: participant.waiting && removed }),
    ...(role === undefined ? {} : { role }),
  })
  const now = (await tx.participants()).find(each => each.id === id) ?? participant
  if (takesPart(now) && !takesPart(participant)) await seatNewcomer(tx, now)
  if (!takesPart(now)) await quieten(context, id)
  return null
}

/** Takes back what somebody let the room know who takes part no more. */
async function quieten(context: Context, id: string): Promise<void> {
  const room = await context.tx.room()
  const signals = signalled(room.signals, id, { ready: false, hand: false })
  await context.tx.saveRoom({ ...room, signals })
}

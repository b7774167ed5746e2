import { HOSTED_MAX, type Hosted, hostedBy } from '#lib/domain/hosting.ts'
import { isIn, type Participant } from '#lib/domain/participant.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { actorOf, type Context, Refused } from '../context.ts'
import { newId } from '../identity.ts'
import { seatNewcomer } from './tables.ts'

/** Lets somebody in who has no device, ticked on that of who asks; gives their id. At tables they sit where that device is. */
export async function hostPerson(context: Context, name: string, partner: string | null): Promise<string> {
  const roster = await mayHost(context)
  const { tx, actor } = context
  if (roster.length >= context.peopleMax) throw new Refused('session-full')
  if (partner !== null && !(await tx.partners()).some(({ id }) => id === partner))
    throw new Refused('no-partner')
  const role = 'participant' as const
  const person = { id: newId(), name, partner, role, mayOrder: false, removed: false, waiting: false }
  const { hosted } = await tx.room()
  mustHaveRoom(hosted, actor.id, roster)
  await tx.addParticipant(person)
  await seatNewcomer(tx, person)
  const room = await tx.room()
  const { tables } = room
  const place = tables?.seats[actor.id]?.[tables.round]
  const mine = tables?.seats[person.id]
  const seats =
    tables && mine && place !== undefined
      ? { ...tables.seats, [person.id]: mine.map((seat, round) => (round === tables.round ? place : seat)) }
      : undefined
  await tx.saveRoom({
    ...room,
    ...(tables && seats && { tables: { ...tables, seats } }),
    hosted: { ...hosted, [person.id]: actor.id },
  })
  return person.id
}

/** Ticks somebody without a device on one's own, which takes them off another; or unticks them there. */
export async function tickPerson(context: Context, participant: string, ticked: boolean): Promise<null> {
  const roster = await mayHost(context)
  const { tx, actor } = context
  const room = await tx.room()
  const { hosted } = room
  const by = hosted[participant]
  if (by === undefined || !roster.some(({ id }) => id === participant)) throw new Refused('not-found')
  if (ticked && by === actor.id) return null
  if (ticked) mustHaveRoom(hosted, actor.id, roster)
  // Nobody takes people off a device that is not theirs but by writing for them, and who leads.
  else if (by !== null && by !== actor.id && actor.role !== 'facilitator') throw new Refused('not-yours')
  await tx.saveRoom({ ...room, hosted: { ...hosted, [participant]: ticked ? actor.id : null } })
  return null
}

/** Refuses who may not share a device; gives who takes part. */
async function mayHost({ tx, actor, session }: Context): Promise<Participant[]> {
  const refusal = can(actorOf(actor), { type: 'host' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  return (await tx.participants()).filter(isIn)
}

function mustHaveRoom(hosted: Hosted, device: string, roster: readonly Participant[]): void {
  const here = new Set(roster.map(({ id }) => id))
  if (hostedBy(hosted, device).filter(id => here.has(id)).length >= HOSTED_MAX)
    throw new Refused('device-full')
}

import { type Context, mustLead, Refused } from '../context.ts'
import { seatNewcomer } from './tables.ts'

/** Lets people in who wait; nothing to do for who is in, or was turned away. */
export async function admit(context: Context, ids: readonly string[]): Promise<null> {
  mustLead(context)
  const people = await context.tx.participants()
  for (const id of ids) {
    const person = people.find(each => each.id === id)
    if (!person) throw new Refused('not-found')
    if (!person.waiting || person.removed) continue
    await context.tx.updateParticipant(id, { waiting: false })
    await seatNewcomer(context.tx, { ...person, waiting: false })
  }
  return null
}

/** Whether who comes in waits until they are let in. When it ends nobody is left waiting. */
export async function setLobby(context: Context, on: boolean): Promise<null> {
  mustLead(context)
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, leading: { ...room.leading, lobby: on } })
  if (on) return null
  const waiting = (await context.tx.participants()).filter(each => each.waiting)
  return admit(
    context,
    waiting.map(({ id }) => id),
  )
}

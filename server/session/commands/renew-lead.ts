import type { SessionTransaction } from '#server/store/store.ts'
import { type Context, mustLead } from '../context.ts'
import { newId } from '../identity.ts'

/**
 * Puts another secret, by its hash, in the place of that of the facilitator's link. Whoever came in by the former one is out on all
 * their devices: the link opens as somebody new of the same name, whose id this gives.
 */
export async function renewLead(context: Context, secretHash: string): Promise<string> {
  mustLead(context)
  const { tx, session } = context
  if (session.secretHash === secretHash) return session.lead
  const former = (await tx.participants()).find(({ id }) => id === session.lead)
  if (!former) throw new Error(`nobody leads session ${session.id}`)
  const id = newId()
  await tx.addParticipant({ ...former, id, removed: false })
  await tx.updateParticipant(former.id, { removed: true })
  await tx.updateSession({ secretHash, lead: id })
  await handOn(tx, former.id, id)
  return id
}

/** Has who leads now write for whom the former did, and lead whom the former had called. */
async function handOn(tx: SessionTransaction, former: string, now: string): Promise<void> {
  const room = await tx.room()
  const { hosted, leading } = room
  const { gathered } = leading
  await tx.saveRoom({
    ...room,
    hosted: Object.fromEntries(
      Object.entries(hosted).map(([person, by]) => [person, by === former ? now : by]),
    ),
    leading: { ...leading, gathered: gathered?.by === former ? { ...gathered, by: now } : gathered },
  })
}

import { documentKey } from '#lib/documents/names.ts'
import { type Context, Refused, readLog } from '../context.ts'
import { forget } from '../forgetting.ts'

const plain = (name: string): string => name.toLocaleLowerCase('nl').replaceAll(/\s+/g, '')

/**
 * Gives oneself the name that one has: it stands at all that one did and does, but not in what was fixed or signed before. Not one that somebody
 * else has: nobody becomes another for a while.
 */
export async function correctName({ tx, actor }: Context, name: string): Promise<null> {
  const others = (await tx.participants()).filter(({ id }) => id !== actor.id)
  if (others.some(each => plain(each.name) === plain(name))) throw new Refused('name-taken')
  await tx.updateParticipant(actor.id, { name })
  return null
}

/** Takes oneself out of the session, with one's name and what lies on one's desk. Not who leads by the facilitator's link: somebody always leads. */
export async function forgetMe(context: Context): Promise<null> {
  const { tx, session, actor } = context
  if (actor.id === session.lead) throw new Refused('lead-stays')
  await clearOwnDesk(context)
  await forget(tx, session, actor)
  // The name is not to be found in the file's former pages either.
  context.sealed = true
  return null
}

async function clearOwnDesk(context: Context): Promise<void> {
  const { tx, session, actor, documents } = context
  if (!session.desks) return
  const desk = documentKey(`desk/${session.desks.round}`, actor.id)
  const { updates } = await readLog(context, desk)
  const notes = documents.readDesk(updates).map(({ id }) => id)
  if (notes.length === 0) return
  context.written.push(await tx.appendAsServer(desk, documents.withoutNotes(updates, notes), []))
}

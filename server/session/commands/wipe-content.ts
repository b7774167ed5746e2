import { freely } from '#lib/domain/leading.ts'
import { emptyRoom } from '#lib/domain/room-state.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { putFormerDefinition } from './begin-edition.ts'

/**
 * Takes away all that was made in the session, and who was made up; what it is stays: its partners, its people, its programme, its
 * link and code. Never once a statement is fixed: people sign it. Done twice there is nothing left to take away.
 */
export async function wipeContent(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  if (session.statement || session.reopened) throw new Refused('frozen')
  await tx.wipeContent()
  const programme = await tx.programme()
  if (programme) await tx.saveProgramme({ ...programme, at: null, since: null })
  // Whether people wait at the door, who has no device, and how long it is kept is of what the session is; all else of what was done in it.
  const { hosted, leading, keptUntil } = await tx.room()
  await tx.saveRoom({ ...emptyRoom, hosted, keptUntil, leading: { ...freely, lobby: leading.lobby } })
  // As it was when the edition began.
  await putFormerDefinition(tx, { by: session.lead, at: context.at, documents: context.documents })
  return null
}

import { type Intent, intentRefusal } from '#lib/domain/intent.ts'
import { can } from '#lib/domain/permissions.ts'
import { actorOf, type Context, Refused } from '../context.ts'

/** Tells the room for one's partner whether it means to sign; the later word takes the place of the former. */
export async function declareIntent(
  { tx, session, actor, at }: Context,
  { intends, reason }: Pick<Intent, 'intends' | 'reason'>,
): Promise<null> {
  const held = (await tx.room()).leading.held
  const refusal = can(actorOf(actor, held), { type: 'declareIntent' }, session.phase)
  if (refusal) throw new Refused(refusal)
  if (actor.partner === null) throw new Refused('no-partner')
  const missing = intentRefusal({ intends, reason })
  if (missing) throw new Refused(missing)
  await tx.saveIntent({ partner: actor.partner, intends, reason, by: actor.id, at })
  return null
}

import { acceptHands } from '#lib/domain/ballot-hands.ts'
import { can } from '#lib/domain/permissions.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { actorOf, ballotOf, type Context, Refused } from '../context.ts'

/**
 * Counts hands that were raised in the room, in the place of what was counted of the same people before; without `hands` there are none.
 * Who leads counts them all; people of a partner put right what was counted of their own.
 */
export async function countHands(
  context: Context,
  { ballot: id, partner, hands }: Extract<Command, { type: 'countHands' }>,
): Promise<null> {
  const { tx, actor, session, at } = context
  const forbidden = can(actorOf(actor), { type: 'voteForOthers' }, session.phase)
  if (forbidden) throw new Refused(forbidden)
  const ballot = await ballotOf(context, id)
  if (ballot.state !== 'open') throw new Refused('ballot-not-open')
  if (actor.role !== 'facilitator' && (partner === null || partner !== actor.partner))
    throw new Refused('not-yours')
  if (partner !== null && !(await tx.partners()).some(each => each.id === partner))
    throw new Refused('not-found')
  if (hands === null) {
    await tx.saveHands(id, partner, null)
    return null
  }
  const counted = { ...hands, partner }
  const refusal = acceptHands(ballot, counted)
  if (refusal) throw new Refused(refusal)
  await tx.saveHands(id, partner, { ...counted, by: actor.id, at })
  return null
}

import { acceptVote, type Choice, voterOf } from '#lib/domain/ballot.ts'
import { can } from '#lib/domain/permissions.ts'
import { actorOf, ballotOf, type Context, Refused } from '../context.ts'

/** Casts a vote, or puts it in the place of the voter's former one. What was chosen goes nowhere but into the store. */
export async function castVote(context: Context, id: string, choice: Choice): Promise<null> {
  const actor = actorOf(context.actor)
  const forbidden = can(actor, { type: 'castVote' }, context.session.phase)
  if (forbidden) throw new Refused(forbidden)
  const ballot = await ballotOf(context, id)
  const refusal = acceptVote(ballot, actor, choice)
  if (refusal) throw new Refused(refusal)
  const voter = voterOf(ballot, actor)
  if (voter === null) throw new Refused('no-partner')
  await context.tx.saveVote(id, { voter, participant: actor.id, partner: actor.partner, choice })
  return null
}

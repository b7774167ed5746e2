import { questionsOf } from '#lib/content/check-forms.ts'
import { acceptAnswer } from '#lib/domain/check.ts'
import { acceptCheckHands } from '#lib/domain/check-hands.ts'
import { can } from '#lib/domain/permissions.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { actorOf, type Context, mustLead, Refused } from '../context.ts'
import { checkOf, readable } from './checks.ts'

/**
 * Counts answers of people without a device, in the place of what was counted of the same people before; without `hands` there are
 * none. Who leads counts them all; people of a partner put right what was counted of their own.
 */
export async function countCheckHands(
  context: Context,
  { check: id, partner, hands }: Extract<Command, { type: 'countCheckHands' }>,
): Promise<null> {
  const { tx, actor, session } = context
  const forbidden = can(actorOf(actor), { type: 'answerForOthers' }, session.phase)
  if (forbidden) throw new Refused(forbidden)
  const check = await checkOf(context, id)
  if (check.state !== 'open') throw new Refused('check-not-open')
  if (actor.role !== 'facilitator' && (partner === null || partner !== actor.partner))
    throw new Refused('not-yours')
  if (partner !== null) await mustKnow(context, partner)
  // A former form of the count would tell which slip was added.
  context.sealed = check.anonymous
  const counted = hands && { ...hands, partner }
  const refusal = counted && acceptCheckHands(check, questionsOf(check.kind), counted)
  if (refusal) throw new Refused(refusal)
  await tx.saveCheckHands(id, partner, counted)
  return null
}

/** Keeps what who leads fills in for a partner, or takes it back: never in the place of what its own people answered. */
export async function answerForPartner(
  context: Context,
  { check: id, partner, answer }: Extract<Command, { type: 'answerForPartner' }>,
): Promise<null> {
  mustLead(context)
  const { tx, actor } = context
  const check = await checkOf(context, id)
  if (check.state !== 'open') throw new Refused('check-not-open')
  if (check.per !== 'partner' || check.anonymous) throw new Refused('wrong-answer')
  await mustKnow(context, partner)
  const former = (await tx.checkAnswers(id)).find(({ answerer }) => answerer === partner)
  if (former && !former.byLead) throw new Refused('answered-already')
  if (answer === null) {
    await tx.dropCheckAnswer(id, partner)
    return null
  }
  const refusal = acceptAnswer(check, questionsOf(check.kind), { id: actor.id, partner }, answer)
  if (refusal) throw new Refused(refusal)
  const kept = { answerer: partner, participant: actor.id, partner, answer: readable(answer), byLead: true }
  await tx.saveCheckAnswer(id, kept)
  return null
}

async function mustKnow({ tx }: Context, partner: string): Promise<void> {
  if (!(await tx.partners()).some(({ id }) => id === partner)) throw new Refused('not-found')
}

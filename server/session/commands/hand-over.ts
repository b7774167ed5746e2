import { type HandedText, mayHandOver } from '#lib/domain/handed-text.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { actorOf, type Context, mustLead, Refused } from '../context.ts'

/**
 * Gives the facilitator texts that a document did not take. A text that was given before, perhaps by another tab, stays as it was
 * given then.
 */
export async function handOver(
  { tx, actor, session, at }: Context,
  texts: readonly Pick<HandedText, 'id' | 'text' | 'writtenAt'>[],
): Promise<null> {
  const refusal = can(actorOf(actor), { type: 'handOver' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  const mine = (await tx.handedTexts()).filter(({ participant }) => participant === actor.id)
  const fresh = texts.filter(({ id }) => !mine.some(each => each.id === id))
  if (!mayHandOver(mine, fresh)) throw new Refused('too-many-texts')
  for (const text of fresh)
    await tx.addHandedText({ ...text, participant: actor.id, handedAt: at, handledAt: null })
  return null
}

/** Marks a text as dealt with, or as waiting again. */
export async function markHandled(
  context: Context,
  text: Pick<HandedText, 'participant' | 'id'>,
  handled: boolean,
): Promise<null> {
  mustLead(context)
  if (!(await context.tx.markHandedText(text, handled ? context.at : null))) throw new Refused('not-found')
  return null
}

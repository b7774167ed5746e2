import type { SessionTransaction } from '#server/store/store.ts'
import { type Context, Refused } from './context.ts'

/** The session and the person in it. Throws Refused when there is no such session or person, or the person was removed or waits at the door. */
export async function present(
  tx: SessionTransaction,
  participant: string,
): Promise<Pick<Context, 'session' | 'actor'>> {
  const session = await tx.session()
  if (!session) throw new Refused('unknown-session')
  const actor = (await tx.participants()).find(each => each.id === participant)
  if (!actor) throw new Refused('no-identity')
  if (actor.removed) throw new Refused('removed')
  if (actor.waiting) throw new Refused('waiting')
  return { session, actor }
}

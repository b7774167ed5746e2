import { isVoting, type Phase, wayTo } from '#lib/domain/phase.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/**
 * Moves to another phase on the same side of the freezes. The steps between the sides are the freezes' own, for a board that
 * was fixed can't be opened again.
 */
export async function movePhase(context: Context, to: Phase): Promise<null> {
  mustLead(context)
  const from = context.session.phase
  if (wayTo(from, to) !== 'free') throw new Refused('wrong-step')
  if (context.session.desks && to !== from) throw new Refused('desks-in-use')
  // A vote is cast in `decide` alone, and nowhere else do its texts stay as they are until the result is known.
  if (from === 'decide' && to !== 'decide' && isVoting(await context.tx.ballots()))
    throw new Refused('ballot-still-open')
  await context.tx.updateSession({ phase: to })
  return null
}

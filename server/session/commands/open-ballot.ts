import { type Ballot, optionOf } from '#lib/domain/ballot.ts'
import { legible } from '#lib/domain/legible.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'
import { newId } from '../identity.ts'

/** Fixes the texts of the named proposals, in the order given, and opens a vote on them. One ballot is open at a time. */
export async function openBallot(
  context: Context,
  command: Extract<Command, { type: 'openBallot' }>,
): Promise<string> {
  mustLead(context)
  const { tx, session, documents, at } = context
  if (session.phase !== 'decide') throw new Refused('phase-forbids')
  const ballots = await tx.ballots()
  if (ballots.some(each => each.state !== 'revealed')) throw new Refused('ballot-open-already')
  // The board takes no edits meanwhile, and its log was written anew: it holds the very words that stand on everybody's screen.
  const { updates } = await readLog(context, 'board')
  const proposals = new Map(documents.readBoard(updates).proposals.map(each => [each.id, each]))
  const options = [...new Set(command.proposals)].map(id => {
    const proposal = proposals.get(id)
    if (!proposal) throw new Refused('not-found')
    const text = proposal.text.trim()
    if (legible(text) === '') throw new Refused('empty-proposal')
    return optionOf({ id, text })
  })
  const ballot: Ballot = {
    id: newId(),
    round: ballots.length + 1,
    method: command.method,
    per: command.per,
    dots: command.dots,
    options,
    state: 'open',
    openedAt: at,
    closedAt: null,
    revealedAt: null,
  }
  await tx.saveBallot(ballot)
  return ballot.id
}

import { type Ballot, optionOf } from '#lib/domain/ballot.ts'
import { legible } from '#lib/domain/legible.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'
import { newId } from '../identity.ts'

type OpenBallot = Extract<Command, { type: 'openBallot' }>

/** Fixes the texts of the named proposals, in the order given, and opens a vote on them. One ballot is open at a time. */
export async function openBallot(context: Context, command: OpenBallot): Promise<string> {
  mustLead(context)
  const { tx, session, at } = context
  if (session.phase !== 'decide') throw new Refused('phase-forbids')
  const ballots = await tx.ballots()
  if (ballots.some(each => each.state !== 'revealed')) throw new Refused('ballot-open-already')
  const ballot: Ballot = {
    id: newId(),
    round: ballots.length + 1,
    ...rulesOf(command),
    options: await optionsOf(context, command),
    state: 'open',
    openedAt: at,
    closedAt: null,
    revealedAt: null,
    entitled: null,
  }
  await tx.saveBallot(ballot)
  return ballot.id
}

type Rules = Pick<
  Ballot,
  'method' | 'per' | 'dots' | 'by' | 'quorum' | 'threshold' | 'shuffled' | 'anonymous'
>

/** Refuses rules that contradict each other. */
function rulesOf(command: OpenBallot): Rules {
  const { method, per, dots, quorum = null, threshold = null, shuffled = true, anonymous = false } = command
  const by = command.by ?? per
  // A partner's one vote is counted as one partner, and it is known who cast it.
  if (per === 'partner' && (by === 'person' || anonymous)) throw new Refused('invalid-request')
  // Of whom a choice is, is kept nowhere: nobody can count it for a partner.
  if (anonymous && by === 'partner' && threshold !== null) throw new Refused('invalid-request')
  if (method === 'dots' && threshold === 'no-objection') throw new Refused('invalid-request')
  return { method, per, dots, by, quorum, threshold, shuffled, anonymous }
}

async function optionsOf(
  context: Context,
  { proposals, meanings = {} }: OpenBallot,
): Promise<Ballot['options']> {
  const { documents } = context
  // The board takes no edits meanwhile, and its log was written anew: it holds the very words that stand on everybody's screen.
  const { updates } = await readLog(context, 'board')
  const written = new Map(documents.readBoard(updates).proposals.map(each => [each.id, each]))
  return [...new Set(proposals)].map(id => {
    const proposal = written.get(id)
    if (!proposal) throw new Refused('not-found')
    const text = proposal.text.trim()
    if (legible(text) === '') throw new Refused('empty-proposal')
    return optionOf({ id, text, meaning: legible(meanings[id] ?? '') })
  })
}

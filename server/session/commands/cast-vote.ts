import {
  acceptVote,
  type Ballot,
  type Cast,
  type Choice,
  followedBy,
  isOwn,
  type VoteRefusal,
  voterOf,
} from '#lib/domain/ballot.ts'
import { withVote } from '#lib/domain/ballot-box.ts'
import { standsInFor } from '#lib/domain/ballot-voters.ts'
import { hostedBy } from '#lib/domain/hosting.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { can } from '#lib/domain/permissions.ts'
import { actorOf, ballotOf, type Context, Refused } from '../context.ts'

/**
 * Casts a vote, or puts it in the place of the voter's former one. What was chosen goes nowhere but into the store. `voter`: for whom,
 * when one stands in for them.
 */
export async function castVote(
  context: Context,
  id: string,
  choice: Choice,
  voter: string | undefined,
): Promise<null> {
  const { actor, session } = context
  const action = voter === undefined ? 'castVote' : 'voteForOthers'
  const forbidden = can(actorOf(actor), { type: action }, session.phase)
  if (forbidden) throw new Refused(forbidden)
  const ballot = await ballotOf(context, id)
  const refusal =
    voter === undefined
      ? await takeVote(context, ballot, actor, choice)
      : await standIn(context, ballot, voter, choice)
  if (refusal) throw new Refused(refusal)
  return null
}

type Person = Pick<Participant, 'id' | 'partner'>

/**
 * Keeps what somebody votes, or tells why not. In an anonymous ballot it goes into the box that all lie in, apart from who gave it, for
 * good; else it takes the place of the former one.
 */
export async function takeVote(
  context: Context,
  ballot: Ballot,
  person: Person,
  choice: Choice,
): Promise<VoteRefusal | 'voted-already' | null> {
  const { tx } = context
  const refusal = acceptVote(ballot, person, choice)
  if (refusal) return refusal
  if (!ballot.anonymous) {
    await keep(context, ballot, person, choice, { by: person.id, at: context.at, way: 'own' })
    return null
  }
  if (!(await tx.markVoted(ballot.id, person.id))) return 'voted-already'
  context.sealed = true
  await tx.saveBallotBox(ballot.id, withVote(await tx.ballotBox(ballot.id), ballot, choice))
  return null
}

/** A vote for somebody without a device, or for a partner: never in the place of what they said themselves, nor of another's. */
async function standIn(
  context: Context,
  ballot: Ballot,
  voter: string,
  choice: Choice,
): Promise<VoteRefusal | 'voted-already' | 'not-yours' | null> {
  const { tx, actor, at } = context
  const roster = await tx.participants()
  const { hosted } = await tx.room()
  if (!standsInFor(ballot, actor, roster, hosted, await tx.partners()).includes(voter)) return 'not-yours'
  const partner = ballot.per === 'partner' ? voter : (roster.find(({ id }) => id === voter)?.partner ?? null)
  const represented = { id: ballot.per === 'partner' ? actor.id : voter, partner }
  const refusal = acceptVote(ballot, represented, choice)
  if (refusal) return refusal
  const former = (await tx.votes(ballot.id)).find(vote => vote.voter === voter)
  if (former && isOwn(former.trail)) return 'voted-already'
  const mine = former?.trail.at(-1)?.by === actor.id || hostedBy(hosted, actor.id).includes(voter)
  if (former && !mine && actor.role !== 'facilitator') return 'voted-already'
  await keep(context, ballot, represented, choice, { by: actor.id, at, way: 'proxy' })
  return null
}

async function keep(
  { tx }: Context,
  ballot: Ballot,
  person: Person,
  choice: Choice,
  cast: Cast,
): Promise<void> {
  const voter = voterOf(ballot, person)
  if (voter === null) throw new Refused('no-partner')
  const former = (await tx.votes(ballot.id)).find(vote => vote.voter === voter)
  const trail = followedBy(former?.trail ?? [], cast)
  await tx.saveVote(ballot.id, { voter, participant: cast.by, partner: person.partner, choice, trail })
}

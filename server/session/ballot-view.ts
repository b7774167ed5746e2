import { type Ballot, type Vote, voterOf } from '#lib/domain/ballot.ts'
import { type BallotBox, SECRET_FROM, tallyOfBox } from '#lib/domain/ballot-box.ts'
import type { CountedHands } from '#lib/domain/ballot-hands.ts'
import type { BallotResult } from '#lib/domain/ballot-result.ts'
import { outcomeOf } from '#lib/domain/ballot-rules.ts'
import { entitledTo } from '#lib/domain/ballot-voters.ts'
import { type Hosted, hostedBy } from '#lib/domain/hosting.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { partnersIn, type Tally, tally } from '#lib/domain/tally.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import type { SessionTransaction } from '#server/store/store.ts'

/** Who is in the session, and by whose device: what a ballot is read against. */
export type Electorate = {
  people: readonly Participant[]
  hosted: Hosted
  partners: readonly Partner[]
}

/** A ballot with its votes, and with what is the same in everybody's view made once. */
export type ReadBallot = {
  ballot: Ballot
  votes: readonly Vote[]
  hands: readonly CountedHands[]
  /** Who has voted in an anonymous ballot. */
  voted: readonly string[]
  hosted: Hosted
  shared: BallotResult
  votesOf: NonNullable<BallotView['votesOf']>
}

/** All ballots of a session. What was voted is in `shared` after the reveal alone. */
export async function readBallots(tx: SessionTransaction, electorate: Electorate): Promise<ReadBallot[]> {
  const read: ReadBallot[] = []
  for (const ballot of await tx.ballots()) {
    const { id, anonymous } = ballot
    if (anonymous) {
      const [voted, box] = [await tx.ballotVoted(id), await tx.ballotBox(id)]
      read.push(anonymousBallot(ballot, voted, box, electorate))
    } else read.push(namedBallot(ballot, await tx.votes(id), await tx.hands(id), electorate))
  }
  return read
}

function namedBallot(
  ballot: Ballot,
  votes: readonly Vote[],
  hands: readonly CountedHands[],
  electorate: Electorate,
): ReadBallot {
  const { people, hosted, partners } = electorate
  const raised = hands.reduce((sum, each) => sum + each.people, 0)
  const counted = ballot.state === 'revealed' ? tally(ballot, votes, hands) : null
  const entitled = ballot.entitled ?? entitledTo(votes, hands, people, hosted, partners)
  return {
    ...{ ballot, votes, hands, hosted },
    voted: [],
    shared: {
      turnout: { voters: votes.length + raised, partners: partnersIn(votes, hands) },
      entitled,
      tally: counted,
      outcome: counted && outcomeOf(ballot, counted, entitled),
    },
    votesOf: [...partners.map(({ id }) => id), null].map(partner => ({
      partner,
      votes:
        votes.filter(vote => vote.partner === partner).length +
        (hands.find(each => each.partner === partner)?.people ?? 0),
    })),
  }
}

function anonymousBallot(
  ballot: Ballot,
  voted: readonly string[],
  box: BallotBox,
  { people, hosted, partners }: Electorate,
): ReadBallot {
  const voters = people.filter(({ id }) => voted.includes(id))
  const turnout = { voters: voted.length, partners: partnersIn(voters, []) }
  const entitled =
    ballot.entitled ??
    entitledTo(
      voted.map(id => ({ voter: id, participant: id })),
      [],
      people,
      hosted,
      partners,
    )
  const counted = ballot.state === 'revealed' ? secretTally(ballot, box, turnout) : null
  return {
    ...{ ballot, voted, hosted },
    votes: [],
    hands: [],
    shared: { turnout, entitled, tally: counted, outcome: counted && outcomeOf(ballot, counted, entitled) },
    votesOf: [...partners.map(({ id }) => id), null].map(partner => ({
      partner,
      votes: voters.filter(person => person.partner === partner).length,
    })),
  }
}

/** Null of too few voters: then what they chose was thrown away at the close. */
function secretTally(
  ballot: Ballot,
  box: BallotBox,
  { voters, partners }: BallotView['turnout'],
): Tally | null {
  return voters < SECRET_FROM ? null : tallyOfBox(ballot, box, partners)
}

/** The ballots of a session that was brought back: their votes are in no file, what came of them is. */
export const keptBallots = (
  ballots: readonly Ballot[],
  results: Readonly<Record<string, BallotResult>>,
): ReadBallot[] =>
  ballots.flatMap(ballot => {
    const shared = results[ballot.id]
    return shared ? [{ ballot, shared, votes: [], hands: [], voted: [], hosted: {}, votesOf: [] }] : []
  })

/** The ballots as one person may see them: of votes those that are theirs, and those that they cast for others or that are on their device. */
export function ballotViews(read: readonly ReadBallot[], me: Participant): BallotView[] {
  const leads = me.role === 'facilitator'
  return read.map(({ ballot, votes, hands, voted, hosted, shared, votesOf }) => {
    const voter = voterOf(ballot, me)
    const mine = votes.find(vote => vote.voter === voter)
    const ticked = hostedBy(hosted, me.id)
    const stood = votes.filter(({ voter: whose, trail }) => {
      const last = trail.at(-1)
      return whose !== voter && (ticked.includes(whose) || (last?.way === 'proxy' && last.by === me.id))
    })
    return {
      ...ballot,
      ...shared,
      myChoice: mine?.choice ?? null,
      myTrail: mine?.trail ?? [],
      voted: voted.includes(me.id) || mine !== undefined,
      stood: stood.map(({ voter: whose, choice, trail }) => ({ voter: whose, choice, trail })),
      hands: hands.filter(({ partner }) => leads || (partner !== null && partner === me.partner)),
      votesOf: leads ? votesOf : null,
    }
  })
}

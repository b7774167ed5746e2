import { type Ballot, type Vote, voterOf } from '#lib/domain/ballot.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Session, sessionSchema } from '#lib/domain/session.ts'
import { tally } from '#lib/domain/tally.ts'
import type { BallotView, SessionView, SignatoryView } from '#lib/protocol/session-view.ts'
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts'
import type { SessionRecord, SessionTransaction, Signatory } from '#server/store/store.ts'
import { actorOf, Refused } from './context.ts'
import { shownCode } from './identity.ts'

/** What others may know of the session itself: its public fields, picked by name so that a new secret stays out. */
export function publicSession(record: SessionRecord): Session {
  const fields = Object.keys(sessionSchema.shape) as (keyof Session)[]
  return sessionSchema.parse(Object.fromEntries(fields.map(field => [field, record[field]])))
}

/**
 * What one person may see. Votes of others, and the tally before the reveal, never enter the object; signing links and the
 * join code only for who leads. Throws Refused when the session or the person is unknown, or the person was removed.
 */
export async function viewFor(
  tx: SessionTransaction,
  participant: string,
  publicUrl: string,
): Promise<SessionView> {
  const record = await tx.session()
  if (!record) throw new Refused('unknown-session')
  const roster = await tx.participants()
  const me = roster.find(each => each.id === participant)
  if (!me) throw new Refused('no-identity')
  if (me.removed) throw new Refused('removed')
  const leads = me.role === 'facilitator'
  const ballots: BallotView[] = []
  for (const ballot of await tx.ballots()) ballots.push(ballotView(ballot, await tx.votes(ballot.id), me))
  return {
    protocol: PROTOCOL_VERSION,
    session: publicSession(record),
    me,
    partners: await tx.partners(),
    roster,
    ballots,
    definition: record.definition,
    board: record.board,
    statement: record.statement,
    signatories: (await tx.signatories()).map(each => signatoryView(each, leads)),
    invitation: leads
      ? { code: shownCode(record.code), joinLink: `${publicUrl}/join?code=${record.code}` }
      : null,
  }
}

function ballotView(ballot: Ballot, votes: readonly Vote[], me: Participant): BallotView {
  const voter = voterOf(ballot, actorOf(me))
  const partners = new Set(votes.flatMap(vote => vote.partner ?? []))
  return {
    ...ballot,
    myChoice: votes.find(vote => vote.voter === voter)?.choice ?? null,
    turnout: { voters: votes.length, partners: partners.size },
    tally: ballot.state === 'revealed' ? tally(ballot, votes) : null,
  }
}

function signatoryView({ partner, token, signature }: Signatory, leads: boolean): SignatoryView {
  const link = leads ? `/sign/${token}` : null
  if (!signature) return { partner, state: 'open', name: null, function: null, reason: null, at: null, link }
  const { declaration } = signature
  const declined = declaration.decision === 'declines'
  return {
    partner,
    state: declined ? 'declined' : 'signed',
    name: declaration.name,
    function: declaration.function,
    reason: declined ? declaration.reason : null,
    at: declaration.signedAt,
    link,
  }
}

import type { Ballot, Vote } from '#lib/domain/ballot.ts'
import { type BallotBox, emptyBallotBox } from '#lib/domain/ballot-box.ts'
import type { CountedHands } from '#lib/domain/ballot-hands.ts'
import type { SessionTransaction } from '../store.ts'
import type { Row, Statements } from './statements.ts'

type Reading = 'ballots' | 'votes' | 'hands' | 'ballotBox' | 'ballotVoted'
type Writing = 'saveBallot' | 'saveVote' | 'saveHands' | 'saveBallotBox' | 'markVoted'
export type Ballots = Pick<SessionTransaction, Reading | Writing>

const parsed = <T>(text: unknown): T => JSON.parse(text as string) as T

function voteOf(row: Row): Vote {
  return {
    voter: row.voter as string,
    participant: row.participant as string,
    partner: row.partner as string | null,
    choice: parsed(row.choice),
    trail: parsed(row.trail),
  }
}

/** One session's ballots and what was voted, through `sql`. */
export function ballotsIn(sql: Statements, session: string): Ballots {
  return { ...reading(sql, session), ...writing(sql, session) }
}

function reading(sql: Statements, session: string): Pick<Ballots, Reading> {
  return {
    async ballots() {
      const rows = await sql.all('SELECT body FROM ballots WHERE session = ? ORDER BY round, rowid', session)
      return rows.map(row => parsed<Ballot>(row.body))
    },
    // By voter, so that the order says nothing about who voted when.
    async votes(ballot) {
      const text = 'SELECT * FROM votes WHERE session = ? AND ballot = ? ORDER BY voter'
      return (await sql.all(text, session, ballot)).map(voteOf)
    },
    async hands(ballot) {
      const text = 'SELECT hands FROM ballot_hands WHERE session = ? AND ballot = ? ORDER BY partner'
      return (await sql.all(text, session, ballot)).map(row => parsed<CountedHands>(row.hands))
    },
    async ballotBox(ballot) {
      const row = await sql.one(
        'SELECT box FROM ballot_boxes WHERE session = ? AND ballot = ?',
        session,
        ballot,
      )
      return row ? parsed<BallotBox>(row.box) : emptyBallotBox
    },
    async ballotVoted(ballot) {
      const text =
        'SELECT participant FROM ballot_voted WHERE session = ? AND ballot = ? ORDER BY participant'
      return (await sql.all(text, session, ballot)).map(row => row.participant as string)
    },
  }
}

function writing(sql: Statements, session: string): Pick<Ballots, Writing> {
  return {
    async saveBallot(ballot) {
      await sql.run(
        `INSERT INTO ballots (session, id, round, body) VALUES (?, ?, ?, ?)
         ON CONFLICT (session, id) DO UPDATE SET round = excluded.round, body = excluded.body`,
        session,
        ballot.id,
        ballot.round,
        JSON.stringify(ballot),
      )
    },
    async saveVote(ballot, vote) {
      await sql.run(
        `INSERT INTO votes (session, ballot, voter, participant, partner, choice, trail) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (session, ballot, voter) DO UPDATE SET participant = excluded.participant,
           partner = excluded.partner, choice = excluded.choice, trail = excluded.trail`,
        session,
        ballot,
        vote.voter,
        vote.participant,
        vote.partner,
        JSON.stringify(vote.choice),
        JSON.stringify(vote.trail),
      )
    },
    async saveHands(ballot, partner, hands) {
      const where = 'session = ? AND ballot = ? AND partner = ?'
      await sql.run(`DELETE FROM ballot_hands WHERE ${where}`, session, ballot, partner ?? '')
      if (hands === null) return
      const text = 'INSERT INTO ballot_hands (session, ballot, partner, hands) VALUES (?, ?, ?, ?)'
      await sql.run(text, session, ballot, partner ?? '', JSON.stringify(hands))
    },
    async saveBallotBox(ballot, box) {
      const text = `INSERT INTO ballot_boxes (session, ballot, box) VALUES (?, ?, ?)
        ON CONFLICT (session, ballot) DO UPDATE SET box = excluded.box`
      await sql.run(text, session, ballot, JSON.stringify(box))
    },
    async markVoted(ballot, participant) {
      const text = `INSERT INTO ballot_voted (session, ballot, participant) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING`
      return (await sql.run(text, session, ballot, participant)) === 1
    },
  }
}

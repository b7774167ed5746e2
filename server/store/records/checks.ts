import type { Check, NamedAnswer } from '#lib/domain/check.ts'
import type { CheckHands } from '#lib/domain/check-hands.ts'
import { type CheckBox, emptyBox } from '#lib/domain/check-tally.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Checks = Pick<
  SessionTransaction,
  | 'checks'
  | 'checkAnswers'
  | 'checkBox'
  | 'checkAnswered'
  | 'checkHands'
  | 'saveCheck'
  | 'saveCheckAnswer'
  | 'dropCheckAnswer'
  | 'saveCheckHands'
  | 'saveCheckBox'
  | 'markCheckAnswered'
>

/** One session's checks and what was answered, through `sql`. */
export function checksIn(sql: Statements, session: string): Checks {
  return { ...reading(sql, session), ...writing(sql, session) }
}

type Reading = 'checks' | 'checkAnswers' | 'checkBox' | 'checkAnswered' | 'checkHands'

function reading(sql: Statements, session: string): Pick<Checks, Reading> {
  return {
    async checks() {
      const rows = await sql.all('SELECT body FROM checks WHERE session = ? ORDER BY rowid', session)
      return rows.map(row => JSON.parse(row.body as string) as Check)
    },
    async checkAnswers(check) {
      const text = 'SELECT * FROM check_answers WHERE session = ? AND check_id = ? ORDER BY answerer'
      return (await sql.all(text, session, check)).map(
        (row): NamedAnswer => ({
          answerer: row.answerer as string,
          participant: row.participant as string,
          partner: row.partner as string | null,
          answer: JSON.parse(row.answer as string),
          byLead: row.by_lead === 1,
        }),
      )
    },
    async checkBox(check) {
      const row = await sql.one(
        'SELECT box FROM check_boxes WHERE session = ? AND check_id = ?',
        session,
        check,
      )
      return row ? (JSON.parse(row.box as string) as CheckBox) : emptyBox
    },
    async checkAnswered(check) {
      const text = `SELECT participant FROM check_answered WHERE session = ? AND check_id = ?
        ORDER BY participant`
      return (await sql.all(text, session, check)).map(row => row.participant as string)
    },
    async checkHands(check) {
      const text = 'SELECT hands FROM check_hands WHERE session = ? AND check_id = ? ORDER BY partner'
      return (await sql.all(text, session, check)).map(row => JSON.parse(row.hands as string) as CheckHands)
    },
  }
}

function writing(sql: Statements, session: string): Omit<Checks, Reading> {
  return {
    async saveCheck(check) {
      const text = `INSERT INTO checks (session, id, body) VALUES (?, ?, ?)
        ON CONFLICT (session, id) DO UPDATE SET body = excluded.body`
      await sql.run(text, session, check.id, JSON.stringify(check))
    },
    async saveCheckAnswer(check, { answerer, participant, partner, answer, byLead }) {
      await sql.run(
        `INSERT INTO check_answers (session, check_id, answerer, participant, partner, answer, by_lead)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (session, check_id, answerer) DO UPDATE SET participant = excluded.participant,
           partner = excluded.partner, answer = excluded.answer, by_lead = excluded.by_lead`,
        session,
        check,
        answerer,
        participant,
        partner,
        JSON.stringify(answer),
        byLead ? 1 : 0,
      )
    },
    async dropCheckAnswer(check, answerer) {
      const text = 'DELETE FROM check_answers WHERE session = ? AND check_id = ? AND answerer = ?'
      await sql.run(text, session, check, answerer)
    },
    async saveCheckHands(check, partner, hands) {
      const where = 'session = ? AND check_id = ? AND partner = ?'
      await sql.run(`DELETE FROM check_hands WHERE ${where}`, session, check, partner ?? '')
      if (hands === null) return
      const text = 'INSERT INTO check_hands (session, check_id, partner, hands) VALUES (?, ?, ?, ?)'
      await sql.run(text, session, check, partner ?? '', JSON.stringify(hands))
    },
    async saveCheckBox(check, box) {
      const text = `INSERT INTO check_boxes (session, check_id, box) VALUES (?, ?, ?)
        ON CONFLICT (session, check_id) DO UPDATE SET box = excluded.box`
      await sql.run(text, session, check, JSON.stringify(box))
    },
    async markCheckAnswered(check, participant) {
      const text = `INSERT INTO check_answered (session, check_id, participant) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING`
      return (await sql.run(text, session, check, participant)) === 1
    },
  }
}

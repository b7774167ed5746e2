import type { Signature } from '#lib/domain/signature.ts'
import type { Statements } from './sqlite-statements.ts'
import type { SessionTransaction, Signatory } from './store.ts'

export type Signing = Pick<
  SessionTransaction,
  'signatories' | 'addSignatory' | 'signatures' | 'addSignature' | 'intents' | 'saveIntent'
>

/** Who signs in one session, and what was declared, through `sql`. */
export function signingIn(sql: Statements, session: string): Signing {
  return {
    async signatories() {
      const rows = sql.all('SELECT partner, token FROM signatories WHERE session = ? ORDER BY rowid', session)
      return rows.map((row): Signatory => ({ partner: row.partner as string, token: row.token as string }))
    },
    async addSignatory({ partner, token }) {
      sql.run('INSERT INTO signatories (session, partner, token) VALUES (?, ?, ?)', session, partner, token)
    },
    async intents() {
      const rows = sql.all('SELECT * FROM intents WHERE session = ? ORDER BY partner', session)
      return rows.map(row => ({
        partner: row.partner as string,
        intends: row.intends === 1,
        reason: row.reason as string,
        by: row.participant as string,
        at: row.at as number,
      }))
    },
    async saveIntent({ partner, intends, reason, by, at }) {
      sql.run(
        `INSERT INTO intents (session, partner, intends, reason, participant, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (session, partner) DO UPDATE SET
           intends = excluded.intends, reason = excluded.reason, participant = excluded.participant, at = excluded.at`,
        ...[session, partner, Number(intends), reason, by, at],
      )
    },
    async signatures() {
      const rows = sql.all('SELECT body FROM signatures WHERE session = ? ORDER BY sequence', session)
      return rows.map(row => JSON.parse(row.body as string) as Signature)
    },
    async addSignature(signature, { after, at }) {
      const count = sql.one('SELECT count(*) AS count FROM signatures WHERE session = ?', session)?.count
      if (count !== after) return false
      sql.run(
        'INSERT INTO signatures (session, sequence, partner, at, body) VALUES (?, ?, ?, ?, ?)',
        session,
        after + 1,
        signature.declaration.partner,
        at,
        JSON.stringify(signature),
      )
      return true
    },
  }
}

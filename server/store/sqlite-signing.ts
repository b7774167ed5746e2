import type { Signature } from '#lib/domain/signature.ts'
import type { Statements } from './sqlite-statements.ts'
import type { SessionTransaction, Signatory } from './store.ts'

export type Signing = Pick<SessionTransaction, 'signatories' | 'addSignatory' | 'signatures' | 'addSignature'>

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

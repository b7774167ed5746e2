import type { Signatory } from '#lib/domain/signatory.ts'
import type { Signature } from '#lib/domain/signature.ts'
import type { SessionTransaction } from '../store.ts'
import type { Row, Statements } from './statements.ts'

export type Signing = Pick<
  SessionTransaction,
  | 'signatories'
  | 'addSignatory'
  | 'saveSignatory'
  | 'removeSignatory'
  | 'retireLink'
  | 'signBy'
  | 'saveSignBy'
  | 'signatures'
  | 'addSignature'
  | 'intents'
  | 'saveIntent'
>

/** Who signs in one session, and what was declared, through `sql`. */
export function signingIn(sql: Statements, session: string): Signing {
  return { ...ofSignatories(sql, session), ...declared(sql, session) }
}

function signatoryOf(row: Row): Signatory {
  return {
    id: row.id as string,
    partner: row.partner as string,
    token: row.token as string,
    named: row.named === null ? null : (JSON.parse(row.named as string) as Signatory['named']),
    letters: JSON.parse(row.letters as string) as Signatory['letters'],
    openedAt: row.opened_at as number | null,
  }
}

type OfSignatories =
  | 'signatories'
  | 'addSignatory'
  | 'saveSignatory'
  | 'removeSignatory'
  | 'retireLink'
  | 'signBy'
  | 'saveSignBy'

function ofSignatories(sql: Statements, session: string): Pick<Signing, OfSignatories> {
  return {
    async signatories() {
      return (await sql.all('SELECT * FROM signatories WHERE session = ? ORDER BY rowid', session)).map(
        signatoryOf,
      )
    },
    async addSignatory({ id, partner, token, named = null }) {
      await sql.run(
        'INSERT INTO signatories (session, id, partner, token, named) VALUES (?, ?, ?, ?, ?)',
        session,
        id,
        partner,
        token,
        named && JSON.stringify(named),
      )
    },
    async saveSignatory({ id, token, named, letters, openedAt }) {
      await sql.run(
        `UPDATE signatories SET token = ?, named = ?, letters = ?, opened_at = ?
         WHERE session = ? AND id = ?`,
        token,
        named && JSON.stringify(named),
        JSON.stringify(letters),
        openedAt,
        session,
        id,
      )
    },
    async removeSignatory(id) {
      await sql.run('DELETE FROM signatories WHERE session = ? AND id = ?', session, id)
    },
    async retireLink(token) {
      const text = `INSERT INTO former_links (token, session, partner)
        SELECT token, session, partner FROM signatories WHERE session = ? AND token = ?`
      await sql.run(text, session, token)
    },
    async signBy() {
      const row = await sql.one('SELECT sign_by FROM signing WHERE session = ?', session)
      return (row?.sign_by as string | null | undefined) ?? null
    },
    async saveSignBy(date) {
      const text =
        'INSERT INTO signing (session, sign_by) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET sign_by = excluded.sign_by'
      await sql.run(text, session, date)
    },
  }
}

function declared(sql: Statements, session: string): Omit<Signing, OfSignatories> {
  return {
    async intents() {
      const rows = await sql.all('SELECT * FROM intents WHERE session = ? ORDER BY partner', session)
      return rows.map(row => ({
        partner: row.partner as string,
        intends: row.intends === 1,
        reason: row.reason as string,
        by: row.participant as string,
        at: row.at as number,
      }))
    },
    async saveIntent({ partner, intends, reason, by, at }) {
      await sql.run(
        `INSERT INTO intents (session, partner, intends, reason, participant, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (session, partner) DO UPDATE SET
           intends = excluded.intends, reason = excluded.reason, participant = excluded.participant, at = excluded.at`,
        session,
        partner,
        Number(intends),
        reason,
        by,
        at,
      )
    },
    async signatures() {
      const rows = await sql.all('SELECT body FROM signatures WHERE session = ? ORDER BY sequence', session)
      return rows.map(row => JSON.parse(row.body as string) as Signature)
    },
    async addSignature(signature, { after, at }) {
      const count = (await sql.one('SELECT count(*) AS count FROM signatures WHERE session = ?', session))
        ?.count
      if (count !== after) return false
      await sql.run(
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

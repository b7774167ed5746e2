import type { Consent } from '#lib/domain/consent.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Consents = Pick<SessionTransaction, 'consents' | 'saveConsent'>

/** What one session's partners answered to the sections of its statement, through `sql`. */
export function consentsIn(sql: Statements, session: string): Consents {
  return {
    async consents() {
      const text = 'SELECT body FROM consents WHERE session = ? ORDER BY section, partner'
      return (await sql.all(text, session)).map(row => JSON.parse(row.body as string) as Consent)
    },
    async saveConsent(consent) {
      const text = `INSERT INTO consents (session, section, partner, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (session, section, partner) DO UPDATE SET body = excluded.body`
      await sql.run(text, session, consent.section, consent.partner, JSON.stringify(consent))
    },
  }
}

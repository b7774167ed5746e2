import type { FormerEdition } from '#lib/domain/edition.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Editions = Pick<SessionTransaction, 'editions' | 'formerEdition' | 'saveFormerEdition'>

/** The editions before and after one session, through `sql`. */
export function editionsIn(sql: Statements, session: string): Editions {
  return {
    async editions() {
      const row = await sql.one('SELECT former, number, hash FROM editions WHERE session = ?', session)
      const next = await sql.one('SELECT session FROM editions WHERE former = ?', session)
      return {
        former: row && {
          session: row.former as string,
          number: row.number as number,
          hash: row.hash as string,
        },
        next: next && (next.session as string),
      }
    },
    async formerEdition() {
      const row = await sql.one('SELECT * FROM editions WHERE session = ?', session)
      return (
        row && {
          session: row.former as string,
          number: row.number as number,
          hash: row.hash as string,
          canonical: row.canonical as string,
          signatures: JSON.parse(row.signatures as string) as FormerEdition['signatures'],
        }
      )
    },
    async saveFormerEdition({ session: former, number, hash, canonical, signatures }) {
      const text =
        'INSERT INTO editions (session, former, number, hash, canonical, signatures) VALUES (?, ?, ?, ?, ?, ?)'
      await sql.run(text, session, former, number, hash, canonical, JSON.stringify(signatures))
    },
  }
}

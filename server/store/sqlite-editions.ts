import { formerEditionSchema } from '#lib/domain/edition.ts'
import type { Statements } from './sqlite-statements.ts'
import type { SessionTransaction } from './store.ts'

export type Editions = Pick<SessionTransaction, 'formerEdition' | 'nextEdition' | 'saveFormerEdition'>

/** The editions before and after one session, through `sql`. */
export function editionsIn(sql: Statements, session: string): Editions {
  return {
    async formerEdition() {
      const kept = sql.one('SELECT kept FROM editions WHERE session = ?', session)?.kept
      return kept === undefined ? null : formerEditionSchema.parse(JSON.parse(kept as string))
    },
    async nextEdition() {
      const row = sql.one('SELECT session FROM editions WHERE former = ?', session)
      return (row?.session as string | undefined) ?? null
    },
    async saveFormerEdition(former) {
      const text = 'INSERT INTO editions (session, former, kept) VALUES (?, ?, ?)'
      sql.run(text, session, former.session, JSON.stringify(former))
    },
  }
}

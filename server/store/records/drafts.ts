import type { DraftVersion } from '#lib/domain/draft.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Drafts = Pick<SessionTransaction, 'drafts' | 'addDraft'>

/** The versions of one session's draft that were kept, through `sql`. */
export function draftsIn(sql: Statements, session: string): Drafts {
  return {
    async drafts() {
      const rows = await sql.all('SELECT body FROM drafts WHERE session = ? ORDER BY rowid', session)
      return rows.map(row => JSON.parse(row.body as string) as DraftVersion)
    },
    async addDraft(version) {
      const text = 'INSERT INTO drafts (session, hash, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      await sql.run(text, session, version.hash, JSON.stringify(version))
    },
  }
}

import type { Comment } from '#lib/domain/comment.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Comments = Pick<SessionTransaction, 'comments' | 'commentChanges' | 'saveComment'>

/** The comments on one session's draft, through `sql`. */
export function commentsIn(sql: Statements, session: string): Comments {
  return {
    async comments() {
      const rows = await sql.all('SELECT body FROM comments WHERE session = ? ORDER BY rowid', session)
      return rows.map(row => JSON.parse(row.body as string) as Comment)
    },
    async commentChanges() {
      const text =
        'SELECT CAST(coalesce(sum(changes), 0) AS BIGINT) AS changes FROM comments WHERE session = ?'
      return (await sql.one(text, session))?.changes as number
    },
    async saveComment(comment) {
      const text = `INSERT INTO comments (session, id, body, changes) VALUES (?, ?, ?, 1)
        ON CONFLICT (session, id) DO UPDATE SET body = excluded.body, changes = comments.changes + 1`
      await sql.run(text, session, comment.id, JSON.stringify(comment))
    },
  }
}

import type { BallotResult } from '#lib/domain/ballot-result.ts'
import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type Archives = Pick<SessionTransaction, 'archive' | 'archiveFile' | 'saveArchive'>

/** What is kept of a session that was brought back, through `sql`. */
export function archivesIn(sql: Statements, session: string): Archives {
  return {
    async archive() {
      const text = 'SELECT brought_at, sealed_by, ours, outcomes FROM archives WHERE session = ?'
      const row = await sql.one(text, session)
      return (
        row && {
          broughtAt: row.brought_at as number,
          sealedBy: row.sealed_by as string,
          ours: row.ours === 1,
          outcomes: JSON.parse(row.outcomes as string) as Record<string, BallotResult>,
        }
      )
    },
    async archiveFile() {
      return (
        ((await sql.one('SELECT file FROM archives WHERE session = ?', session))?.file as
          | string
          | undefined) ?? null
      )
    },
    async saveArchive({ broughtAt, sealedBy, ours, outcomes }, file) {
      const text =
        'INSERT INTO archives (session, brought_at, sealed_by, ours, outcomes, file) VALUES (?, ?, ?, ?, ?, ?)'
      await sql.run(text, session, broughtAt, sealedBy, ours ? 1 : 0, JSON.stringify(outcomes), file)
    },
  }
}

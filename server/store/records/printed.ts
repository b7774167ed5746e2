import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type PrintedFiles = Pick<SessionTransaction, 'printed' | 'savePrinted'>

/** The PDFs of one session that went out, through `sql`. */
export function printedIn(sql: Statements, session: string): PrintedFiles {
  return {
    async printed(address) {
      const row = await sql.one('SELECT * FROM printed WHERE session = ? AND address = ?', session, address)
      return (
        row && {
          address,
          statement: row.statement as string,
          signatures: row.signatures as number,
          events: row.events as number,
          file: row.file as Uint8Array,
        }
      )
    },
    async savePrinted({ address, statement, signatures, events, file }) {
      const text = `INSERT INTO printed (session, address, statement, signatures, events, file) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (session, address) DO UPDATE SET
          statement = excluded.statement, signatures = excluded.signatures, events = excluded.events, file = excluded.file
        WHERE printed.statement <> excluded.statement OR printed.signatures < excluded.signatures`
      await sql.run(text, session, address, statement, signatures, events, file)
    },
  }
}

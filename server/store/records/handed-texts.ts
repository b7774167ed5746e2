import type { SessionTransaction } from '../store.ts'
import type { Statements } from './statements.ts'

export type HandedTexts = Pick<
  SessionTransaction,
  'handedTexts' | 'addHandedText' | 'markHandedText' | 'dropHandedTexts'
>

/** The texts that one session's facilitator was given, through `sql`. */
export function handedTextsIn(sql: Statements, session: string): HandedTexts {
  return {
    async handedTexts() {
      const text =
        'SELECT * FROM handed_texts WHERE session = ? ORDER BY handed_at, written_at, participant, id'
      return (await sql.all(text, session)).map(row => ({
        id: row.id as string,
        participant: row.participant as string,
        text: row.text as string,
        writtenAt: row.written_at as number,
        handedAt: row.handed_at as number,
        handledAt: row.handled_at as number | null,
      }))
    },
    async addHandedText({ participant, id, text, writtenAt, handedAt, handledAt }) {
      await sql.run(
        `INSERT INTO handed_texts (session, participant, id, text, written_at, handed_at, handled_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        session,
        participant,
        id,
        text,
        writtenAt,
        handedAt,
        handledAt,
      )
    },
    async markHandedText({ participant, id }, handledAt) {
      const text = 'UPDATE handed_texts SET handled_at = ? WHERE session = ? AND participant = ? AND id = ?'
      return (await sql.run(text, handledAt, session, participant, id)) === 1
    },
    async dropHandedTexts(participant) {
      await sql.run('DELETE FROM handed_texts WHERE session = ? AND participant = ?', session, participant)
    },
  }
}

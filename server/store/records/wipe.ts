import { WIPED } from '../store.ts'
import { clearDesks } from './documents.ts'
import type { Statements } from './statements.ts'

/** The tables of which wiping leaves no row of a session: what refers to others comes first. */
export const wipedTables = [
  'votes',
  'ballot_boxes',
  'ballot_voted',
  'ballot_hands',
  'ballots',
  'signatories',
  'former_links',
  'signing',
  'intents',
  'consents',
  'drafts',
  'comments',
  'printed',
  'snapshots',
  'handed_texts',
  'check_answers',
  'check_boxes',
  'check_answered',
  'check_hands',
  'checks',
  'log',
  'quarantine',
  'erasures',
] as const
/**
 * The tables that keep their rows, or the most of them: who and what the session is, what was done in it, and who wrote under which
 * Yjs client id. Who adds a table says here, or above, what wiping does with it.
 */
export const keptTables = [
  'archives',
  'sessions',
  'partners',
  'participants',
  'signatures',
  'programmes',
  'audit',
  'answers',
  'documents',
  'clients',
  'editions',
  'installation',
  'migrations',
] as const

const START = `UPDATE sessions SET phase = 'collect', desks = NULL, definition = NULL, board = NULL, statement = NULL
  WHERE id = ?`

/**
 * Takes away all that was made in a session, with who was made up; its documents are open and empty. Who wrote in them before is
 * known by the client ids: nothing of theirs comes back. Throws when a statement was fixed. The erasure that it asks the database for
 * (migrations/0012) ends with it.
 */
export async function wipeContent(sql: Statements, session: string): Promise<void> {
  await sql.run("INSERT INTO erasures (session, what) VALUES (?, 'content')", session)
  await clearDesks(sql, session)
  for (const table of wipedTables) await sql.run(`DELETE FROM ${table} WHERE session = ?`, session)
  await sql.run('UPDATE clients SET participant = ? WHERE session = ?', WIPED, session)
  await sql.run('UPDATE documents SET frozen = NULL, life = life + 1 WHERE session = ?', session)
  await sql.run('DELETE FROM participants WHERE session = ? AND made_up = 1', session)
  await sql.run(START, session)
}

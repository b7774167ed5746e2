import type { Retention } from '../store.ts'
import type { Row, Statements } from './statements.ts'

/**
 * Takes a session away with every row that is of it, also what is never changed otherwise. The erasure that it asks the database for
 * (migrations/0012) ends with it.
 */
export async function eraseSession(sql: Statements, session: string): Promise<void> {
  await sql.holdDocuments(session)
  // Rows refer to each other; all of them are gone at the end.
  await sql.deferReferences()
  await sql.run("INSERT INTO erasures (session, what) VALUES (?, 'session')", session)
  // Whoever adds a table need not think of it here.
  for (const table of await sql.tablesWith('session'))
    if (table !== 'erasures') await sql.run(`DELETE FROM "${table}" WHERE session = ?`, session)
  await sql.run('DELETE FROM sessions WHERE id = ?', session)
  await sql.run('DELETE FROM erasures WHERE session = ?', session)
}

/** How long each session is kept, as far as it says so itself. */
export async function retentionsIn(sql: Statements): Promise<Retention[]> {
  // Read here and not by the database, for which the odd character in one programme would be the end of the list.
  const text = `SELECT id, created_at, dates, programmes.body AS body
    FROM sessions LEFT JOIN programmes ON programmes.session = sessions.id`
  return (await sql.all(text)).map(retentionOf)
}

function retentionOf(row: Row): Retention {
  const body = JSON.parse((row.body as string | null) ?? '{}') as { keptUntil?: string | null }
  return {
    session: String(row.id),
    createdAt: Number(row.created_at),
    dates: JSON.parse(String(row.dates)) as string[],
    chosen: body.keptUntil ?? null,
  }
}

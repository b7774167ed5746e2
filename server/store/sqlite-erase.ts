import type { Row, Statements } from './sqlite-statements.ts'
import type { Retention } from './store.ts'

/** Tables with rows of sessions, in whatever version: whoever adds one need not think of it here. */
function tablesOf(sql: Statements): string[] {
  const text = `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'session' AND m.name <> 'erasures'`
  return sql.all(text).map(({ name }) => String(name))
}

/**
 * Takes a session away with every row that is of it, also what is never changed otherwise. The erasure that it asks the database for
 * (migrations/0012) ends with it.
 */
export function eraseSession(sql: Statements, session: string): void {
  // Rows refer to each other; all of them are gone at the end.
  sql.run('PRAGMA defer_foreign_keys = ON')
  sql.run("INSERT INTO erasures (session, what) VALUES (?, 'session')", session)
  for (const table of tablesOf(sql)) sql.run(`DELETE FROM "${table}" WHERE session = ?`, session)
  sql.run('DELETE FROM sessions WHERE id = ?', session)
  sql.run('DELETE FROM erasures WHERE session = ?', session)
}

/** How long each session is kept, as far as it says so itself. */
export function retentionsIn(sql: Statements): Retention[] {
  const text = `SELECT id, created_at, dates, json_extract(programmes.body, '$.keptUntil') AS chosen
    FROM sessions LEFT JOIN programmes ON programmes.session = sessions.id`
  return sql.all(text).map(retentionOf)
}

const retentionOf = (row: Row): Retention => ({
  session: String(row.id),
  createdAt: Number(row.created_at),
  dates: JSON.parse(String(row.dates)) as string[],
  chosen: (row.chosen as string | null) ?? null,
})

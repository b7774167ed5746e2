import { Client } from 'pg'
import { newestPostgresStep } from '#server/store/postgres-migrations.ts'

/** What a version after this one may add to the database: columns with a value of their own, a table, an index. */
const NEXT = `
ALTER TABLE sessions ADD COLUMN of_next_version TEXT NOT NULL DEFAULT 'new';
ALTER TABLE participants ADD COLUMN of_next_version BIGINT;
ALTER TABLE log ADD COLUMN of_next_version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX log_by_next_version ON log (session, of_next_version);
CREATE TABLE of_next_version (session TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE, note TEXT NOT NULL DEFAULT '');
`

/** Brings a database to the step after this version's, as the first node of the next version does, while others are at work on it. */
export async function takeNextStep(url: string): Promise<void> {
  const sql = new Client({ connectionString: url })
  await sql.connect()
  try {
    await sql.query('BEGIN')
    const { rowCount } = await sql.query('SELECT 1 FROM migrations WHERE number = $1', [
      newestPostgresStep + 1,
    ])
    if (rowCount === 0) {
      await sql.query(NEXT)
      await sql.query('INSERT INTO migrations (number, name, applied_at) VALUES ($1, $2, $3)', [
        newestPostgresStep + 1,
        'next',
        Date.now(),
      ])
    }
    await sql.query('COMMIT')
  } finally {
    await sql.end()
  }
}

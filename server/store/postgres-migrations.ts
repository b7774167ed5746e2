import { sql as guards } from './migrations/postgres-0020-guards.ts'
import { sql as tables } from './migrations/postgres-0020-tables.ts'
import { sql as nodes } from './migrations/postgres-0021-nodes.ts'
import { sql as severalSignatories } from './migrations/postgres-0022-several-signatories.ts'
import type { Statements } from './records/statements.ts'

/** In order, with the numbers that they have on SQLite: at one step both hold the same tables. Steps of before 20 never were here. */
export const migrations = [
  { number: 20, name: 'start', sql: tables + guards },
  { number: 21, name: 'nodes', sql: nodes },
  { number: 22, name: 'several-signatories', sql: severalSignatories },
]

/** The step that this version brings a database to. */
export const newestPostgresStep = Math.max(...migrations.map(({ number }) => number))

/** Anything, but the same for all versions: who holds it brings the database up to date, and others wait. */
const LOCK = 6_042_026_020

/**
 * How many steps further a database may be than this version knows: while nodes are replaced one by one those of before go on, and may start
 * again. Each step leaves what the version before it does as it was.
 */
const AHEAD_MAX = 1

/**
 * Brings a database up to this version within the caller's transaction, and records each step in the table `migrations`. Of several who start at
 * once one does it. Throws when it was written by a version newer than the next. `until`: the last step to take.
 */
export async function migratePostgres(sql: Statements, until = newestPostgresStep): Promise<void> {
  await sql.all('SELECT pg_advisory_xact_lock(?)', LOCK)
  await sql.run(
    'CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
  )
  const reached = Number((await sql.one('SELECT coalesce(max(number), 0) AS number FROM migrations'))?.number)
  if (reached > newestPostgresStep + AHEAD_MAX)
    throw new Error(`the database is at step ${reached}, this version knows ${newestPostgresStep}`)
  for (const step of migrations.filter(({ number }) => number > reached && number <= until)) {
    await sql.run(step.sql)
    await sql.run(
      'INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)',
      step.number,
      step.name,
      Date.now(),
    )
  }
}

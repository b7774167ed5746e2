import { Connections } from './postgres-connections.ts'
import { newestPostgresStep } from './postgres-migrations.ts'
import { type ListedSession, listedIn } from './records/listed.ts'
import { type RawRecord, rawRecordsIn } from './records/raw-record.ts'
import type { Statements } from './records/statements.ts'

const HOUR = 3_600_000

/**
 * Reads at one moment in the PostgreSQL at this URL, and changes nothing in it; nodes may be using it. Rejects with an Error with a plain
 * sentence when it holds no installation, or one of another version.
 */
async function reading<T>(url: string, read: (sql: Statements) => Promise<T>): Promise<T> {
  const own = new Connections(url, {
    ...{ connections: 1, statement: HOUR, lock: 5000, answer: HOUR, transaction: HOUR },
  })
  try {
    return await own.transaction(async sql => {
      await sql.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      const tables = await sql.tablesWith('applied_at')
      const row = tables.includes('migrations')
        ? await sql.one('SELECT max(number) AS step FROM migrations')
        : null
      if (row === null) throw new Error('The database of DATABASE_URL holds no installation yet.')
      if (Number(row.step) < newestPostgresStep)
        throw new Error(
          `The database of DATABASE_URL is at step ${row.step}, of an earlier version. Start this one on it first.`,
        )
      return read(sql)
    })
  } finally {
    await own.close()
  }
}

/** The record of every session. */
export const readPostgresRecords = (url: string): Promise<RawRecord[]> => reading(url, rawRecordsIn)

/** Every session, the oldest first. */
export const listPostgresSessions = (url: string): Promise<ListedSession[]> => reading(url, listedIn)

/** A value of the whole installation; null where it has none. */
export const readPostgresValue = (url: string, name: string): Promise<string | null> =>
  reading(url, async sql => {
    const row = await sql.one('SELECT value FROM installation WHERE name = ?', name)
    return (row?.value as string | undefined) ?? null
  })

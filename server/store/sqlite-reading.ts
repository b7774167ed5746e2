import { DatabaseSync } from 'node:sqlite'
import { type ListedSession, listedIn } from './records/listed.ts'
import { type RawRecord, rawRecordsIn } from './records/raw-record.ts'
import type { Row, Statements } from './records/statements.ts'

/** The tables of version 0018 and later: a file of before is brought up to date by starting the server on it. */
const needed = [
  'sessions',
  'partners',
  'audit',
  'snapshots',
  'signatures',
  'editions',
  'erasures',
  'archives',
]

/** Reads at one moment in a database file, and changes nothing in it; a server may be using it. */
async function reading<T>(file: string, read: (sql: Pick<Statements, 'all'>) => Promise<T>): Promise<T> {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(file, { readOnly: true })
  } catch {
    throw new Error(`${file} can't be opened.`)
  }
  try {
    db.exec('BEGIN')
    return await read({ all: async (sql, ...values) => db.prepare(sql).all(...values) as Row[] })
  } finally {
    db.close()
  }
}

/**
 * Reads the record of every session in a database file, and changes nothing in it; the server may be running. Rejects with an Error with a
 * plain sentence when it can't be read as one.
 */
export function readRecords(file: string): Promise<RawRecord[]> {
  return reading(file, async sql => {
    const names = (rows: Row[]) => rows.map(({ name }) => name)
    const tables = names(await sql.all("SELECT name FROM sqlite_master WHERE type = 'table'"))
    const columns = names(await sql.all("SELECT name FROM pragma_table_info('signatories')"))
    if (!needed.every(name => tables.includes(name)) || !columns.includes('id'))
      throw new Error(
        `${file} was written by an earlier version. Start the server on it once, and check it then.`,
      )
    return rawRecordsIn(sql)
  })
}

/** Every session in a database file, the oldest first. */
export const listSessions = (file: string): Promise<ListedSession[]> => reading(file, listedIn)

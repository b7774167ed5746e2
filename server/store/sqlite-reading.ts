import { DatabaseSync } from 'node:sqlite'
import type { RawRecord } from './raw-record.ts'
import type { Row } from './records/statements.ts'

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

/**
 * Reads the record of every session in a database file, and changes nothing in it; the server may be running. Throws an Error with a
 * plain sentence when it can't be read as one.
 */
export function readRecords(file: string): RawRecord[] {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(file, { readOnly: true })
  } catch {
    throw new Error(`${file} can't be opened.`)
  }
  try {
    const all = (sql: string, ...values: string[]) => db.prepare(sql).all(...values) as Row[]
    const tables = all("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => name)
    const columns = all("SELECT name FROM pragma_table_info('signatories')").map(({ name }) => name)
    if (!needed.every(name => tables.includes(name)) || !columns.includes('id'))
      throw new Error(
        `${file} was written by an earlier version. Start the server on it once, and check it then.`,
      )
    // One moment for all that is read.
    db.exec('BEGIN')
    return all('SELECT * FROM sessions ORDER BY created_at, id').map(row => recordOf(row, all))
  } finally {
    db.close()
  }
}

function recordOf(row: Row, all: (sql: string, ...values: string[]) => Row[]): RawRecord {
  const session = row.id as string
  const of = <T>(sql: string) => all(sql, session).map(each => ({ ...each })) as T[]
  return {
    session,
    network: row.network as string,
    board: row.board as string | null,
    statement: row.statement as string | null,
    partners: of<{ id: string }>('SELECT id FROM partners WHERE session = ?').map(({ id }) => id),
    places: of('SELECT id, partner FROM signatories WHERE session = ? ORDER BY rowid'),
    audit: of(
      'SELECT sequence, at, actor, type, detail, hash FROM audit WHERE session = ? ORDER BY sequence',
    ),
    snapshots: of('SELECT hash, canonical FROM snapshots WHERE session = ?'),
    signatures: of('SELECT sequence, partner, body FROM signatures WHERE session = ? ORDER BY sequence'),
    edition:
      of<NonNullable<RawRecord['edition']>>(
        'SELECT hash, canonical, signatures FROM editions WHERE session = ?',
      )[0] ?? null,
    archive: of<{ file: string }>('SELECT file FROM archives WHERE session = ?')[0]?.file ?? null,
    erasing: of('SELECT session FROM erasures WHERE session = ?').length > 0,
  }
}

import { crc32 } from 'node:zlib'
import { ADD, begin, claim, mustTake } from './records/documents.ts'
import { atOnce, type SqliteStatements } from './sqlite-statements.ts'
import { type Head, type LogEntry, Outdated } from './store.ts'

/**
 * How a document stands, and its session: read together and as a list of values. This runs for nearly every edit, and an edit that
 * comes alone finds nothing of it in the processor's caches (docs/decisions/0006-where-the-time-goes.md).
 */
const STANDS = `SELECT frozen, life, (SELECT max(seq) FROM log WHERE session = d.session AND document = d.document),
  (SELECT epoch FROM sessions WHERE id = d.session) FROM documents d WHERE session = ? AND document = ?`
const EPOCH = 'SELECT epoch FROM sessions WHERE id = ?'

/**
 * Appends all, in their order, and gives their places. Throws Outdated when one was judged by what holds no more, or when a client id of it
 * is another's; DocumentFrozen when its document is closed; Error when there is none.
 */
export function appendEntries(sql: SqliteStatements, entries: readonly LogEntry[]): number[] {
  return entries.map(entry => append(sql, entry))
}

function append(sql: SqliteStatements, entry: LogEntry): number {
  const { session, document, participant, update, basis } = entry
  const row = sql.values(STANDS, session, document)
  const epoch = row ? row[3] : sql.values(EPOCH, session)?.[0]
  if (basis && typeof epoch === 'number' && basis.epoch !== epoch)
    throw new Outdated(`${session} was changed meanwhile`)
  const head: Head = row ? headIn(row) : atOnce(sql, begin(entry))
  mustTake(entry, head, basis?.life)
  const at = head.last + 1
  sql.run(ADD, session, document, at, participant, update, crc32(update))
  atOnce(sql, claim(entry, entry.clients, participant, at))
  return at
}

const headIn = ([frozen, life, last]: readonly unknown[]): Head => ({
  frozen: frozen as string | null,
  life: life as number,
  last: (last as number | null) ?? 0,
})

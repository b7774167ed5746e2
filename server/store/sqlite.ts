import { chmod, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { appendEntry, compactDocument, readDocument } from './sqlite-documents.ts'
import { migrate } from './sqlite-migrations.ts'
import { type Statements, statementsOf } from './sqlite-statements.ts'
import { insertParticipant, insertSession, sessionTransaction } from './sqlite-transaction.ts'
import type { Store } from './store.ts'

/** How long one transaction may take, in ms. Work that waits for this same store would otherwise wait for ever. */
const TRANSACTION_MAX = 15_000

function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
  return db
}

/**
 * FULL makes a commit wait for the disk: it survives a power cut. NORMAL hands it to the operating system: it survives the end
 * of this process, however sudden (docs/decisions/0005-what-durable-means.md).
 */
type Durability = 'FULL' | 'NORMAL'
/** How long, in ms, a commit in NORMAL may wait to be forced to the disk. */
const FORCED_WITHIN = 250

type Exclusive = <T>(work: (sql: Statements) => Promise<T>, durability?: Durability) => Promise<T>

/** The same statements for as long as `open` says so: a forgotten await must not write into somebody else's transaction. */
function guarded(sql: Statements, open: () => boolean): Statements {
  const asserted = <A extends unknown[], R>(call: (...values: A) => R) => {
    return (...values: A): R => {
      if (!open()) throw new Error('this transaction has ended')
      return call(...values)
    }
  }
  return { all: asserted(sql.all), one: asserted(sql.one), run: asserted(sql.run) }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the transaction took too long')), TRANSACTION_MAX)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs each piece of work in a transaction of its own, one after the other in the order of asking. */
function exclusiveOn(db: DatabaseSync): { exclusive: Exclusive; idle: () => Promise<unknown> } {
  const sql = statementsOf(db)
  let queue: Promise<unknown> = Promise.resolve()

  let durability: Durability | null = null
  let forcing = false

  function set(wanted: Durability): void {
    if (durability !== wanted) db.exec(`PRAGMA synchronous = ${wanted}`)
    durability = wanted
  }

  /** A commit in FULL takes all before it to the disk as well, but only when it writes something. */
  async function force(sql: Statements): Promise<void> {
    sql.run(
      "INSERT INTO installation (name, value) VALUES ('forced', '') ON CONFLICT DO UPDATE SET value = ''",
    )
  }

  async function transact<T>(work: (sql: Statements) => Promise<T>, wanted: Durability): Promise<T> {
    let open = true
    set(wanted)
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = await withinTime(work(guarded(sql, () => open)))
      open = false
      db.exec('COMMIT')
      if (wanted === 'NORMAL') forceSoon()
      return result
    } catch (error) {
      open = false
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  const exclusive: Exclusive = (work, wanted = 'FULL') => {
    const turn = queue.then(() => transact(work, wanted))
    queue = turn.catch(() => undefined)
    return turn
  }

  function forceSoon(): void {
    if (forcing) return
    forcing = true
    setTimeout(() => {
      forcing = false
      // When it fails the next one takes these along; whoever writes meanwhile is told of the disk.
      if (db.isOpen) exclusive(force).catch(forceSoon)
    }, FORCED_WITHIN).unref()
  }

  return { exclusive, idle: () => queue }
}

function storeOn(db: DatabaseSync): Store {
  const { exclusive, idle } = exclusiveOn(db)
  return {
    createSession: (record, partners, facilitator) =>
      exclusive(async sql => {
        insertSession(sql, record, partners)
        insertParticipant(sql, record.id, facilitator)
      }),
    sessionIdByCode: code =>
      exclusive(async sql => {
        return (sql.one('SELECT id FROM sessions WHERE code = ?', code)?.id as string | undefined) ?? null
      }),
    sessionIdBySignToken: token =>
      exclusive(async sql => {
        const row = sql.one('SELECT session, partner FROM signatories WHERE token = ?', token)
        return row && { session: row.session as string, partner: row.partner as string }
      }),
    snapshotAnywhere: hash =>
      exclusive(async sql => {
        const row = sql.one('SELECT session, canonical FROM snapshots WHERE hash = ? LIMIT 1', hash)
        return (
          row && { session: row.session as string, snapshot: { hash, canonical: row.canonical as string } }
        )
      }),
    transaction: (session, work) => exclusive(sql => work(sessionTransaction(sql, session))),
    loadDocument: name => exclusive(async sql => readDocument(sql, name)),
    appendUpdates: entries => exclusive(async sql => entries.map(entry => appendEntry(sql, entry)), 'NORMAL'),
    compactDocument: (name, state, last) => exclusive(async sql => compactDocument(sql, name, state, last)),
    installation: (name, make) =>
      exclusive(async sql => {
        const found = sql.one('SELECT value FROM installation WHERE name = ?', name)
        if (found !== null) return found.value as string
        const value = await make()
        sql.run('INSERT INTO installation (name, value) VALUES (?, ?)', name, value)
        return value
      }),
    async close() {
      await idle()
      if (db.isOpen) db.close()
    },
  }
}

/**
 * Opens, or makes, the database file and its folder, readable by the owner alone: it holds signing links. Work given to
 * `transaction` and `make` given to `installation` may not call the store itself: they hold its only turn.
 */
export async function createSqliteStore(file: string): Promise<Store> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const db = openDatabase(file)
  try {
    await chmod(file, 0o600)
    migrate(db)
  } catch (error) {
    db.close()
    throw error
  }
  return storeOn(db)
}

import { chmod, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { appendEntry, compactDocument, loadDocument } from './sqlite-documents.ts'
import { migrate } from './sqlite-migrations.ts'
import { type Statements, statementsOf } from './sqlite-statements.ts'
import { createSession, sessionTransaction } from './sqlite-transaction.ts'
import type { Store } from './store.ts'
import { WriteAheadLog } from './write-ahead-log.ts'

/** How long one transaction may take, in ms. Work that waits for this same store would otherwise wait for ever. */
const TRANSACTION_MAX = 15_000

/** With secure_delete what is deleted is overwritten with zeros where it stood; see `emptyWal` for where else it was. */
function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
  )
  return db
}

/**
 * FULL makes a commit wait for the disk: it survives a power cut. NORMAL hands it to the operating system: it survives the end
 * of this process, however sudden (docs/decisions/0005-what-durable-means.md).
 */
type Durability = 'FULL' | 'NORMAL'
/** Another value each time: SQLite spares itself the writing of what stands there already. */
const PROBE =
  "INSERT INTO installation (name, value) VALUES ('probe', '1') ON CONFLICT DO UPDATE SET value = value + 1"

type Exclusive = <T>(work: (sql: Statements) => Promise<T>) => Promise<T>
type Append = <T>(work: (sql: Statements) => T) => Promise<T>

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

/**
 * Runs each piece of work in a transaction of its own, one after the other in the order of asking. `exclusive` commits in FULL;
 * `append` commits in NORMAL work that doesn't wait for anything, which is much the cheaper.
 */
function exclusiveOn(db: DatabaseSync, wal: WriteAheadLog) {
  const sql = statementsOf(db)
  let queue: Promise<unknown> = Promise.resolve()
  let durability: Durability | null = null

  function begin(wanted: Durability): void {
    if (durability !== wanted) db.exec(`PRAGMA synchronous = ${wanted}`)
    durability = wanted
    sql.run('BEGIN IMMEDIATE')
  }

  function rollBack(): void {
    if (db.isTransaction) sql.run('ROLLBACK')
  }

  async function transact<T>(work: (sql: Statements) => Promise<T>): Promise<T> {
    let open = true
    begin('FULL')
    try {
      const result = await withinTime(work(guarded(sql, () => open)))
      open = false
      sql.run('COMMIT')
      return result
    } catch (error) {
      open = false
      rollBack()
      throw error
    }
  }

  function transactAtOnce<T>(work: (sql: Statements) => T): T {
    begin('NORMAL')
    try {
      const result = work(sql)
      sql.run('COMMIT')
      wal.forceSoon()
      return result
    } catch (error) {
      rollBack()
      throw error
    }
  }

  function inTurn<T>(run: () => T | Promise<T>): Promise<T> {
    const turn = queue.then(run)
    queue = turn.catch(() => undefined)
    return turn
  }
  const exclusive: Exclusive = work => inTurn(() => transact(work))
  const append: Append = work => inTurn(() => transactAtOnce(work))
  return { exclusive, append, inTurn, idle: () => queue }
}

/**
 * Takes everything from the write-ahead log into the database and cuts it off: it keeps former pages, with what was on them. False
 * when somebody else is reading it.
 */
function emptyWal(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
}

function storeOn(db: DatabaseSync, wal: WriteAheadLog): Store {
  const { exclusive, append, inTurn, idle } = exclusiveOn(db, wal)
  return {
    createSession: (record, partners, facilitator, programme) =>
      exclusive(async sql => createSession(sql, record, partners, facilitator, programme)),
    sessionIdByCode: code =>
      exclusive(async sql => {
        const text = 'SELECT id FROM sessions WHERE code = ? OR watch_code = ?'
        return (sql.one(text, code, code)?.id as string | undefined) ?? null
      }),
    sessionIdBySignToken: token =>
      exclusive(async sql => {
        const text = `SELECT session, partner, 0 AS retired FROM signatories WHERE token = ?
          UNION ALL SELECT session, partner, 1 FROM former_links WHERE token = ?`
        const row = sql.one(text, token, token)
        return (
          row && {
            session: row.session as string,
            partner: row.partner as string,
            retired: row.retired === 1,
          }
        )
      }),
    snapshotAnywhere: hash =>
      exclusive(async sql => {
        const row = sql.one('SELECT session, canonical FROM snapshots WHERE hash = ? LIMIT 1', hash)
        return (
          row && { session: row.session as string, snapshot: { hash, canonical: row.canonical as string } }
        )
      }),
    transaction: (session, work) => exclusive(sql => work(sessionTransaction(sql, session))),
    loadDocument: name => exclusive(async sql => loadDocument(sql, name)),
    appendUpdates: entries => append(sql => entries.map(entry => appendEntry(sql, entry))),
    compactDocument: (name, state, replaced) =>
      exclusive(async sql => compactDocument(sql, name, state, replaced)),
    probe: () => append(sql => void sql.run(PROBE)),
    installation: (name, make) =>
      exclusive(async sql => {
        const found = sql.one('SELECT value FROM installation WHERE name = ?', name)
        if (found !== null) return found.value as string
        const value = await make()
        sql.run('INSERT INTO installation (name, value) VALUES (?, ?)', name, value)
        return value
      }),
    scrub: () =>
      inTurn(() => {
        if (!emptyWal(db)) throw new Error('the write-ahead log is in use and was not emptied')
      }),
    async close() {
      await idle()
      await wal.close()
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
    emptyWal(db)
  } catch (error) {
    db.close()
    throw error
  }
  return storeOn(db, new WriteAheadLog(`${file}-wal`))
}

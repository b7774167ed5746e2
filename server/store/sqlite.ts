import { chmod, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as passed } from 'node:timers/promises'
import { compactDocument, loadDocument } from './records/documents.ts'
import { eraseSession, retentionsIn } from './records/erase.ts'
import {
  changeInstallation,
  installation,
  probe,
  sessionIdByCode,
  sessionIdBySignToken,
  snapshotAnywhere,
} from './records/lookups.ts'
import { glanceIn, readSince } from './records/nodes.ts'
import type { Statements } from './records/statements.ts'
import { createSession, sessionTransaction } from './records/transaction.ts'
import { appendEntries } from './sqlite-append.ts'
import { migrate } from './sqlite-migrations.ts'
import { atOnce, type SqliteStatements, statementsOf, withinTransaction } from './sqlite-statements.ts'
import { type Store, StoreUnavailable, type Usage } from './store.ts'
import { WriteAheadLog } from './write-ahead-log.ts'

/** How long one transaction may take, in ms. Work that waits for this same store would otherwise wait for ever. */
const TRANSACTION_MAX = 15_000
/** How long another process that writes is waited for, from when one asked, and how often it is tried meanwhile, in ms. */
const BUSY_MAX = 5000
const BUSY_EVERY = 25
/** So many may wait for their turn; more would only wait longer than anybody does. */
const WAITING_MAX = 2000
/** How often it is tried to empty the write-ahead log while others read it, and how long in between, in ms. */
const SCRUB_TRIES = 40
const SCRUB_EVERY = 250

/** With secure_delete what is deleted is overwritten with zeros where it stood; see `emptyWal` for where else it was. */
function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec(
    `PRAGMA busy_timeout = ${BUSY_MAX}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON`,
  )
  return db
}

/**
 * FULL makes a commit wait for the disk: it survives a power cut. NORMAL hands it to the operating system: it survives the end
 * of this process, however sudden (docs/decisions/0005-what-durable-means.md).
 */
type Durability = 'FULL' | 'NORMAL'
/** SQLite's result codes for what may pass: busy, locked, read-only, an error of the disk, a full one, and a file that can't be opened. */
const BUSY = [5, 6]
const PASSING = [...BUSY, 8, 10, 13, 14]
const isOneOf = (codes: readonly number[], error: unknown): boolean =>
  // The lowest eight bits are the code itself, the rest says more of it.
  codes.includes(((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff)
const asUnavailable = (error: unknown): unknown =>
  isOneOf(PASSING, error) ? new StoreUnavailable((error as Error).message) : error

type Exclusive = <T>(work: (sql: Statements) => Promise<T>) => Promise<T>
type Append = <T>(work: (sql: SqliteStatements) => T) => Promise<T>

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
 * `append` commits in NORMAL what is done at once, which is much the cheaper.
 */
function exclusiveOn(db: DatabaseSync, wal: WriteAheadLog) {
  const sql = statementsOf(db)
  let queue: Promise<unknown> = Promise.resolve()
  let durability: Durability | null = null
  let waiting = 0

  /** Not by SQLite's own waiting: everybody would stand still for as long as another process holds the database. `asked`: when one did. */
  async function begin(wanted: Durability, asked: number): Promise<void> {
    if (durability !== wanted) db.exec(`PRAGMA synchronous = ${wanted}`)
    durability = wanted
    for (;;) {
      try {
        sql.run('BEGIN IMMEDIATE')
        return
      } catch (error) {
        if (!isOneOf(BUSY, error) || performance.now() - asked > BUSY_MAX) throw error
      }
      await passed(BUSY_EVERY)
    }
  }

  function rollBack(): void {
    if (db.isTransaction) sql.run('ROLLBACK')
  }

  async function transact<T>(asked: number, work: (sql: Statements) => Promise<T>): Promise<T> {
    let open = true
    try {
      await begin('FULL', asked)
      const result = await withinTime(work(withinTransaction(sql, () => open)))
      open = false
      sql.run('COMMIT')
      return result
    } catch (error) {
      open = false
      rollBack()
      throw asUnavailable(error)
    }
  }

  async function transactAtOnce<T>(asked: number, work: (sql: SqliteStatements) => T): Promise<T> {
    try {
      await begin('NORMAL', asked)
      const result = work(sql)
      sql.run('COMMIT')
      wal.forceSoon()
      return result
    } catch (error) {
      rollBack()
      throw asUnavailable(error)
    }
  }

  function inTurn<T>(run: (asked: number) => T | Promise<T>): Promise<T> {
    if (waiting >= WAITING_MAX) return Promise.reject(new StoreUnavailable('too many wait already'))
    waiting++
    const asked = performance.now()
    const turn = queue.then(() => run(asked))
    const over = () => void waiting--
    queue = turn.then(over, over)
    return turn
  }
  const exclusive: Exclusive = work => inTurn(asked => transact(asked, work))
  const append: Append = work => inTurn(asked => transactAtOnce(asked, work))
  return { exclusive, append, inTurn, idle: () => queue }
}

/**
 * Takes everything from the write-ahead log into the database and cuts it off: it keeps former pages, with what was on them. False
 * when somebody else is reading it, such as who makes a backup.
 */
function emptyWal(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
}

/** A file that is larger already stays as it is, and takes nothing more. */
function bound(db: DatabaseSync, most: number | null): void {
  if (most === null) return
  const { page_size: size } = db.prepare('PRAGMA page_size').get() as { page_size: number }
  db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(most / size))}`)
}

/** What lies in the file, without the pages of it that are free again. */
async function usageIn(sql: Statements, most: number | null): Promise<Usage> {
  const text = `SELECT (SELECT count(*) FROM sessions) AS sessions, (page_count - freelist_count) * page_size AS bytes
    FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()`
  const row = await sql.one(text)
  return { sessions: Number(row?.sessions), bytes: Number(row?.bytes), most }
}

function storeOn(db: DatabaseSync, wal: WriteAheadLog, most: number | null): Store {
  const { exclusive, append, inTurn, idle } = exclusiveOn(db, wal)
  return {
    createSession: (record, partners, facilitator, programme) =>
      exclusive(sql => createSession(sql, record, partners, facilitator, programme)),
    sessionIdByCode: code => exclusive(sql => sessionIdByCode(sql, code)),
    sessionIdBySignToken: token => exclusive(sql => sessionIdBySignToken(sql, token)),
    snapshotAnywhere: hash => exclusive(sql => snapshotAnywhere(sql, hash)),
    transaction: (session, work) => exclusive(sql => work(sessionTransaction(sql, session))),
    loadDocument: name => exclusive(sql => loadDocument(sql, name)),
    appendUpdates: entries => append(sql => appendEntries(sql, entries)),
    readSince: (name, place) => exclusive(sql => readSince(sql, name, place)),
    glance: sessions => exclusive(sql => glanceIn(sql, sessions)),
    compactDocument: (name, state, replaced) => exclusive(sql => compactDocument(sql, name, state, replaced)),
    usage: () => exclusive(sql => usageIn(sql, most)),
    retentions: () => exclusive(sql => retentionsIn(sql)),
    eraseSession: session => exclusive(sql => eraseSession(sql, session)),
    probe: () => append(sql => atOnce(sql, probe())),
    installation: (name, make) => exclusive(sql => installation(sql, name, make)),
    changeInstallation: (name, change) => exclusive(sql => changeInstallation(sql, name, change)),
    async scrub() {
      for (let tries = 1; !(await inTurn(() => emptyWal(db))); tries++) {
        if (tries === SCRUB_TRIES) throw new Error('the write-ahead log is in use and was not emptied')
        await passed(SCRUB_EVERY)
      }
    },
    async close() {
      await idle()
      await wal.close()
      if (db.isOpen) db.close()
    },
  }
}

/**
 * Opens, or makes, the database file and its folder, readable by the owner alone: it holds signing links. Work given to
 * `transaction` and `make` given to `installation` may not call the store itself: they hold its only turn. `most`: how many bytes it may
 * hold; beyond that it behaves as on a full disk.
 */
export async function createSqliteStore(file: string, most: number | null = null): Promise<Store> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const db = openDatabase(file)
  try {
    await chmod(file, 0o600)
    migrate(db)
    emptyWal(db)
    bound(db, most)
    // From here on we wait ourselves.
    db.exec('PRAGMA busy_timeout = 0')
  } catch (error) {
    db.close()
    throw error
  }
  return storeOn(db, new WriteAheadLog(`${file}-wal`), most)
}

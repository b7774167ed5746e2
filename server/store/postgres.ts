import { appendAtOnce } from './postgres-append.ts'
import { Connections, LOCK_MAX } from './postgres-connections.ts'
import { glanceAtOnce } from './postgres-glance.ts'
import { migratePostgres } from './postgres-migrations.ts'
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
import { readSince } from './records/nodes.ts'
import type { Statements } from './records/statements.ts'
import { waited } from './records/steps.ts'
import { createSession, sessionTransaction } from './records/transaction.ts'
import type { Store, Usage } from './store.ts'
import { Turns } from './turns.ts'

const MINUTE = 60_000
/** How many connections one node has for commands and reading; beside them one for updates, which wait for no command of another session. */
const CONNECTIONS = 10
const OLDEST_VERSION = 15
/** How long, in ms, one who waited in the queue already still waits for a row that somebody else holds. */
const LOCK_TRY = 50

/** Anything, but the same for all versions: who holds it makes a value of the installation, and others find it made. */
const MAKING = 6_042_026_021

/** The row of a session is held before anything else of it: commands on it come one after the other, on however many nodes. */
const HOLD_SESSION = 'SELECT 1 FROM sessions WHERE id = ? FOR UPDATE'

/**
 * A row that somebody else holds is waited for from when one asked (`asked`), so that a queue before it is told together and not one after the
 * other; whose turn was long in coming for another reason still tries for a moment.
 */
async function waitNoLonger(sql: Statements, asked: number): Promise<void> {
  const waited = performance.now() - asked
  if (waited < LOCK_MAX / 2) return
  const left = Math.ceil(Math.max(LOCK_MAX - waited, LOCK_TRY))
  await sql.all("SELECT set_config('lock_timeout', ?, true)", String(left))
}

const USAGE = `SELECT (SELECT count(*) FROM sessions) AS sessions, pg_database_size(current_database()) AS bytes`
async function usageIn(sql: Statements, most: number | null): Promise<Usage> {
  const row = await sql.one(USAGE)
  return { sessions: Number(row?.sessions), bytes: Number(row?.bytes), most }
}

/** Brings the database up to this version, or to the step `until`. Throws an Error in words for who starts it when it can't be used. */
export async function preparePostgres(url: string, until?: number): Promise<void> {
  // By itself: of nodes that start at once one does it while the others wait, and a step may take its time.
  const limits = { connections: 1, statement: 10 * MINUTE, lock: 2 * MINUTE, answer: 11 * MINUTE }
  const own = new Connections(url, limits)
  try {
    const about = await own.directly(sql =>
      sql.one(
        `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
      ),
    )
    const version = Math.floor(Number(about?.version) / 10_000)
    if (version < OLDEST_VERSION)
      throw new Error(`DATABASE_URL leads to PostgreSQL ${version}; it takes ${OLDEST_VERSION} or newer.`)
    if (about?.encoding !== 'UTF8')
      throw new Error(`The database of DATABASE_URL is encoded in ${about?.encoding}; it takes UTF8.`)
    await own.transaction(sql => migratePostgres(sql, until))
  } finally {
    await own.close()
  }
}

/** Tables that something is deleted from while people are at work. */
async function scrub(url: string): Promise<void> {
  const own = new Connections(url, { connections: 1, statement: 0, lock: 2 * MINUTE, answer: 60 * MINUTE })
  try {
    await own.directly(async sql => {
      for (const table of await sql.tablesWith('session')) await sql.run(`VACUUM "${table}"`)
    })
  } finally {
    await own.close()
  }
}

/**
 * Opens the database at this URL and brings it up to date; other nodes may be at work on it. `most`: how many bytes it should hold at most,
 * for who begins sessions to go by.
 */
export async function createPostgresStore(url: string, most: number | null = null): Promise<Store> {
  await preparePostgres(url)
  const commands = new Connections(url, { connections: CONNECTIONS })
  const updates = new Connections(url, { connections: 1 })
  const turns = new Turns()
  /** In this process they wait in a queue, so that one session takes one connection however many ask something of it. */
  const onSession = <T>(session: string, work: (sql: Statements) => Promise<T>): Promise<T> => {
    const asked = performance.now()
    return turns.take(session, () =>
      commands.transaction(async sql => {
        await waitNoLonger(sql, asked)
        await sql.all(HOLD_SESSION, session)
        return work(sql)
      }),
    )
  }
  const onUpdates = <T>(work: () => Promise<T>): Promise<T> => turns.take(' updates', work)
  return {
    createSession: (record, partners, facilitator, programme) =>
      onSession(record.id, sql => createSession(sql, record, partners, facilitator, programme)),
    sessionIdByCode: code => commands.directly(sql => sessionIdByCode(sql, code)),
    sessionIdBySignToken: token => commands.directly(sql => sessionIdBySignToken(sql, token)),
    snapshotAnywhere: hash => commands.directly(sql => snapshotAnywhere(sql, hash)),
    transaction: (session, work) => onSession(session, sql => work(sessionTransaction(sql, session))),
    loadDocument: name => commands.transaction(sql => loadDocument(sql, name)),
    appendUpdates: (entries, asked = performance.now()) =>
      onUpdates(() =>
        updates.transaction(async (sql, query) => {
          await waitNoLonger(sql, asked)
          return appendAtOnce(query, entries)
        }),
      ),
    compactDocument: (name, state, replaced) =>
      commands.transaction(sql => compactDocument(sql, name, state, replaced)),
    readSince: (name, place) => commands.transaction(sql => readSince(sql, name, place)),
    glance: sessions => commands.directly(sql => glanceAtOnce(sql, sessions)),
    usage: () => commands.directly(sql => usageIn(sql, most)),
    retentions: () => commands.directly(retentionsIn),
    eraseSession: session => onSession(session, sql => eraseSession(sql, session)),
    probe: () => onUpdates(() => updates.directly(sql => waited(sql, probe()))),
    installation: (name, make) =>
      commands.transaction(async sql => {
        await sql.all('SELECT pg_advisory_xact_lock(?)', MAKING)
        return installation(sql, name, make)
      }),
    changeInstallation: (name, change) => commands.directly(sql => changeInstallation(sql, name, change)),
    scrub: () => scrub(url),
    async close() {
      await turns.idle()
      await Promise.all([commands.close(), updates.close()])
    },
  }
}

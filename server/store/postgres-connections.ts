import { Pool, type PoolClient } from 'pg'
import { asUnavailable, columnTypes, type Query, queryOn, statementsOn } from './postgres-statements.ts'
import type { Statements } from './records/statements.ts'
import { StoreUnavailable } from './store.ts'

/** How long, in ms, at most: one transaction; one statement, on the server and until we hear of it; a lock; a connection. */
const TRANSACTION_MAX = 15_000
const STATEMENT_MAX = 10_000
const ANSWER_MAX = 12_000
export const LOCK_MAX = 5000
const CONNECT_MAX = 5000
/**
 * How long, in ms, nothing comes back from a node before PostgreSQL takes its connection for lost, and lets go of the rows that it held: sooner
 * than who waits for those gives up (LOCK_MAX). A connection that stands still longer by itself is only made again.
 */
const LOST_AFTER = 3000
/** After so long without a word, in ms, either end looks whether the other is there, and again each time. */
const LOOKED_AFTER = 1000
/** So many may wait for a connection; more would only wait longer than anybody does. */
const WAITING_MAX = 500

export type Limits = {
  connections: number
  statement?: number
  lock?: number
  answer?: number
  transaction?: number
}

async function withinTime<T>(work: Promise<T>, most: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong('the transaction took too long')), most)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
class TookTooLong extends Error {}

/** What PostgreSQL is to do about a connection that nothing comes back on; options in the URL take their place. */
const lostSoon = Object.entries({
  tcp_user_timeout: LOST_AFTER,
  tcp_keepalives_idle: LOOKED_AFTER / 1000,
  tcp_keepalives_interval: LOOKED_AFTER / 1000,
  tcp_keepalives_count: LOST_AFTER / LOOKED_AFTER - 1,
})
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ')

/**
 * Connections to one PostgreSQL, made when they are needed and again when they broke. Nobody waits without end for one, nor on one: then it
 * is StoreUnavailable, and the connection is not used again.
 */
export class Connections {
  private readonly pool: Pool
  private readonly longest: number

  constructor(url: string, { connections, statement, lock, answer, transaction = TRANSACTION_MAX }: Limits) {
    this.longest = transaction
    this.pool = new Pool({
      connectionString: url,
      max: connections,
      types: columnTypes,
      application_name: 'mozaiekbord',
      keepAlive: true,
      // One that PostgreSQL gave up while the cable was out is found before somebody needs it.
      keepAliveInitialDelayMillis: LOOKED_AFTER,
      options: lostSoon,
      connectionTimeoutMillis: CONNECT_MAX,
      idleTimeoutMillis: 60_000,
      statement_timeout: statement ?? STATEMENT_MAX,
      lock_timeout: lock ?? LOCK_MAX,
      idle_in_transaction_session_timeout: transaction + CONNECT_MAX,
      query_timeout: answer ?? ANSWER_MAX,
    })
    // A connection that breaks while nobody asks anything, or while somebody does: who asks next, or has asked, is told.
    this.pool.on('error', () => {})
    this.pool.on('connect', client => client.on('error', () => {}))
  }

  /** Statements that stand each by itself: durable when they are done. */
  directly<T>(work: (sql: Statements) => Promise<T>): Promise<T> {
    return this.connected(query => work(statementsOn(query, () => true)))
  }

  /** Runs `work` in one transaction, durable when it resolves; undone when it throws or takes too long. */
  transaction<T>(work: (sql: Statements, query: Query) => Promise<T>): Promise<T> {
    return this.connected(async query => {
      let open = true
      try {
        // Whether it may write is the server's to say: one that only follows another, or that an operator has closed, refuses.
        await query('BEGIN ISOLATION LEVEL READ COMMITTED')
        const asked: Query = async (text, values) => {
          if (!open) throw new Error('this transaction has ended')
          return query(text, values)
        }
        const result = await withinTime(
          work(
            statementsOn(query, () => open),
            asked,
          ),
          this.longest,
        )
        open = false
        const { command } = await query('COMMIT')
        // PostgreSQL gives up a transaction of which a statement failed, also when nobody looked at that.
        if (command !== 'COMMIT') throw new Error('a statement of this transaction failed')
        return result
      } catch (error) {
        open = false
        if (isOver(error)) throw error
        await query('ROLLBACK')
        throw error
      }
    })
  }

  /** A connection that something went wrong on may be in the middle of something: it is closed. */
  private async connected<T>(work: (query: Query) => Promise<T>): Promise<T> {
    if (this.pool.waitingCount >= WAITING_MAX) throw new StoreUnavailable('too many wait already')
    let client: PoolClient
    try {
      client = await this.pool.connect()
    } catch (error) {
      throw asUnavailable(error)
    }
    let broken = false
    try {
      return await work(queryOn(client))
    } catch (error) {
      broken = isOver(error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  async close(): Promise<void> {
    if (!this.pool.ending) await this.pool.end()
  }
}

const isOver = (error: unknown): boolean => error instanceof StoreUnavailable || error instanceof TookTooLong

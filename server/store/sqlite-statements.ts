import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { Row, Statements } from './records/statements.ts'
import type { Steps } from './records/steps.ts'

/** SQL with its parameters, each text prepared once. */
export type SqliteStatements = {
  all(sql: string, ...values: SQLInputValue[]): Row[]
  one(sql: string, ...values: SQLInputValue[]): Row | null
  /** As `one`, its columns in their order: an object for a row is of a kind of its own each time, which costs who reads it. */
  values(sql: string, ...values: SQLInputValue[]): SQLOutputValue[] | null
  /** How many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number
}

/** Keeps prepared statements for as long as the database is open. Only fixed texts may come in: they are never forgotten. */
export function statementsOf(db: DatabaseSync): SqliteStatements {
  const known = new Map<string, StatementSync>()
  const asLists = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const found = known.get(sql)
    if (found) return found
    const made = db.prepare(sql)
    known.set(sql, made)
    return made
  }
  const preparedAsList = (sql: string): StatementSync => {
    const found = asLists.get(sql)
    if (found) return found
    const made = db.prepare(sql)
    made.setReturnArrays(true)
    asLists.set(sql, made)
    return made
  }
  return {
    all: (sql, ...values) => prepared(sql).all(...values) as Row[],
    one: (sql, ...values) => (prepared(sql).get(...values) as Row | undefined) ?? null,
    values: (sql, ...values) => (preparedAsList(sql).get(...values) as SQLOutputValue[] | undefined) ?? null,
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
  }
}

const TABLES_WITH = `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
  WHERE m.type = 'table' AND c.name = ?`

/**
 * The same statements for a transaction that has the database alone, for as long as `open` says so: a forgotten await must not write into
 * somebody else's transaction. Each is done by the time that its promise is made.
 */
export function withinTransaction(sql: SqliteStatements, open: () => boolean): Statements {
  const during = <A extends unknown[], R>(call: (...values: A) => R) => {
    return async (...values: A): Promise<R> => {
      if (!open()) throw new Error('this transaction has ended')
      return call(...values)
    }
  }
  return {
    all: during(sql.all),
    one: during(sql.one),
    run: during(sql.run),
    // Nobody else writes at all.
    holdDocuments: during(() => undefined),
    deferReferences: during(() => void sql.run('PRAGMA defer_foreign_keys = ON')),
    tablesWith: during(column => sql.all(TABLES_WITH, column).map(({ name }) => String(name))),
  }
}

/** Takes steps without waiting for anything: nobody else comes between. */
export function atOnce<T>(sql: SqliteStatements, steps: Steps<T>): T {
  let next = steps.next()
  while (!next.done) {
    const { does, sql: text, values } = next.value
    next = steps.next(sql[does](text, ...values))
  }
  return next.value
}

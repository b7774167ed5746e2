import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

export type Row = Record<string, unknown>

/** SQL with its parameters, each text prepared once. */
export type Statements = {
  all(sql: string, ...values: SQLInputValue[]): Row[]
  one(sql: string, ...values: SQLInputValue[]): Row | null
  /** How many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number
}

/** Keeps prepared statements for as long as the database is open. Only fixed texts may come in: they are never forgotten. */
export function statementsOf(db: DatabaseSync): Statements {
  const known = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const found = known.get(sql) ?? db.prepare(sql)
    known.set(sql, found)
    return found
  }
  return {
    all: (sql, ...values) => prepared(sql).all(...values) as Row[],
    one: (sql, ...values) => (prepared(sql).get(...values) as Row | undefined) ?? null,
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
  }
}

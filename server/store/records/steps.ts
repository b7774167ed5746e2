import type { Row, Statements, Value } from './statements.ts'

type Step = { does: 'one' | 'run'; sql: string; values: Value[] }
/**
 * Statements of which each may follow from the one before. Who takes them waits for each, or does not: a promise for every statement costs
 * SQLite as much as a third of the statement.
 */
export type Steps<T> = Generator<Step, T, Row | number | null>

export function* one(sql: string, ...values: Value[]): Steps<Row | null> {
  return (yield { does: 'one', sql, values }) as Row | null
}
/** How many rows were changed. */
export function* run(sql: string, ...values: Value[]): Steps<number> {
  return (yield { does: 'run', sql, values }) as number
}

export async function waited<T>(sql: Statements, steps: Steps<T>): Promise<T> {
  let next = steps.next()
  while (!next.done) {
    const { does, sql: text, values } = next.value
    next = steps.next(await sql[does](text, ...values))
  }
  return next.value
}

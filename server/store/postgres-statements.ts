import { type ClientBase, DatabaseError, types } from 'pg'
import type { Row, Statements, Value } from './records/statements.ts'
import { StoreUnavailable } from './store.ts'

/** Object ids of PostgreSQL's types: numbers in eight bytes (none of ours is beyond 2^53), bytes, and JSON as it was written. */
const INT8 = 20
const BYTEA = 17
const JSON_TEXT = 114
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [BYTEA]: text => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  [JSON_TEXT]: text => text,
}
/** How columns come back. */
export const columnTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) || types.getTypeParser(id, format),
} as typeof types

/**
 * Classes and codes of errors that may pass: of the connection, of signing in and of a database that is away; without resources (a full disk among
 * them); an operator's doing, a time limit among it; of the system; a lock that was waited for too long, a deadlock, a server that may
 * only be read, and a transaction that stood still.
 */
const PASSING = /^(08|28|3D|53|57|58|55P03|40|25006|25P0[34])/

/** Whatever else goes wrong on the way there and back is the connection's. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable || error instanceof TypeError) return error
  if (error instanceof DatabaseError && !PASSING.test(error.code ?? '')) return error
  return new StoreUnavailable((error as Error).message, { cause: error })
}

type Result = { rows: Row[]; rowCount: number | null; command: string }
export type Query = (text: string, values?: readonly unknown[]) => Promise<Result>

/** Asks one connection, one question at a time. Rejects with StoreUnavailable as `asUnavailable` says. */
export function queryOn(client: ClientBase): Query {
  let former: Promise<unknown> = Promise.resolve()
  return (text, values) => {
    const ask = () => client.query(text, values as unknown[] | undefined) as Promise<Result>
    const asked = former.then(ask).catch(error => Promise.reject(asUnavailable(error)))
    former = asked.catch(() => {})
    return asked
  }
}

const numbered = new Map<string, string>()
/** With `$1`, `$2`, … in the place of each `?`. Only fixed texts may come in: they are never forgotten. */
function inNumbers(sql: string): string {
  const known = numbered.get(sql)
  if (known !== undefined) return known
  let count = 0
  const text = sql.replaceAll('?', () => `$${++count}`)
  numbered.set(sql, text)
  return text
}

/** PostgreSQL has no text with U+0000 in it. Nobody sees one, so it is kept as what can't be shown, and looked for as that. */
export const withoutNull = (value: Value): Value =>
  typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value

const TABLES_WITH = `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables
  USING (table_schema, table_name)
  WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND column_name = $1`
// In the order of names, as everybody takes them: two who want the same documents never wait for each other.
const HOLD_ALL = 'SELECT 1 FROM documents WHERE session = $1 ORDER BY document FOR UPDATE'
const HOLD_ONE = 'SELECT 1 FROM documents WHERE session = $1 AND document = $2 FOR UPDATE'

/** Statements for as long as `open` says so: a forgotten await must not write after its transaction. */
export function statementsOn(query: Query, open: () => boolean): Statements {
  const held = new Set<string>()
  const ask = async (text: string, values?: readonly unknown[]): Promise<Result> => {
    if (!open()) throw new Error('this transaction has ended')
    return query(text, values)
  }
  // Without values a text may hold more than one statement, as migrations do.
  const asked = (sql: string, values: Value[]) =>
    ask(inNumbers(sql), values.length === 0 ? undefined : values.map(withoutNull))
  return {
    all: async (sql, ...values) => (await asked(sql, values)).rows,
    one: async (sql, ...values) => (await asked(sql, values)).rows[0] ?? null,
    run: async (sql, ...values) => (await asked(sql, values)).rowCount ?? 0,
    async holdDocuments(session, document) {
      if (held.has(session)) return
      if (document === undefined) await ask(HOLD_ALL, [session])
      else await ask(HOLD_ONE, [session, document])
      if (document === undefined) held.add(session)
    },
    deferReferences: async () => void (await ask('SET CONSTRAINTS ALL DEFERRED')),
    tablesWith: async column => (await ask(TABLES_WITH, [column])).rows.map(({ name }) => String(name)),
  }
}

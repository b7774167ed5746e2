import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { preparePostgres } from './postgres.ts'
import { Connections } from './postgres-connections.ts'
import { type Query, withoutNull } from './postgres-statements.ts'
import type { Row, Value } from './records/statements.ts'
import { createSqliteStore } from './sqlite.ts'
import { BackupRefused, DATABASE, mustBeUnused } from './sqlite-backup.ts'

const HOUR = 3_600_000
/** So many values and bytes go in one statement at most, and so many rows come back at once. */
const VALUES_MAX = 20_000
const BYTES_MAX = 4_000_000
const ROWS_AT_ONCE = 500
/** What each side keeps of itself. */
const OWN = new Set(['migrations', 'erasures'])
const REFERRED = ['sessions', 'partners', 'participants', 'ballots', 'checks', 'documents']

type Table = { name: string; columns: string[] }
/** What a table holds: how many rows, and a SHA-256 of all of them in the order of their own. */
type Sum = { rows: number; hash: string }
export type Moved = { tables: number; rows: number; sessions: number; hash: string }

/**
 * Copies all that an installation keeps in `folder` to the PostgreSQL at `url`, which must hold nothing, and compares both. The folder stays as it is.
 * Throws BackupRefused, and has changed nothing then but for empty tables.
 */
export async function moveToPostgres(folder: string, url: string): Promise<Moved> {
  const source = join(folder, DATABASE)
  if (!existsSync(source)) throw new BackupRefused(`There is nothing to move: ${source} is not there.`)
  mustBeUnused(source)
  const drafts = await mkdtemp(join(tmpdir(), 'mozaiekbord-move-'))
  try {
    // On a copy: what an older version left is brought up to date there.
    const file = join(drafts, DATABASE)
    await copyFile(source, file)
    await (await createSqliteStore(file)).close()
    await preparePostgres(url)
    return await copied(file, sealIn(folder), url)
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

function sealIn(folder: string): Row[] {
  const file = join(folder, 'seal.json')
  return existsSync(file) ? [{ name: 'seal', value: readFileSync(file, 'utf8') }] : []
}

async function copied(file: string, seal: readonly Row[], url: string): Promise<Moved> {
  const db = new DatabaseSync(file, { readOnly: true })
  const to = new Connections(url, {
    ...{ connections: 1, statement: HOUR, lock: 5000, answer: HOUR, transaction: HOUR },
  })
  try {
    return await to.transaction(async (_, query) => {
      const tables = await tablesOf(query)
      await mustBeEmpty(query, tables)
      await query('SET CONSTRAINTS ALL DEFERRED')
      const sums: [string, Sum][] = []
      for (const table of tables) {
        const text = `SELECT ${table.columns.join(', ')} FROM "${table.name}"`
        const all = function* () {
          if (table.name === 'installation') yield* seal
          yield* db.prepare(text).iterate() as Iterable<Row>
        }
        await insert(query, table, all())
        if (table.columns.includes('rowid')) await countOn(query, table)
        const [there, here] = [await sumOf(table, all()), await sumOf(table, fetched(query, text))]
        if (there.rows !== here.rows || there.hash !== here.hash)
          throw new BackupRefused(`${table.name} is not the same on both sides; nothing was kept.`)
        sums.push([table.name, here])
      }
      const hash = createHash('sha256').update(JSON.stringify(sums)).digest('hex')
      const rows = sums.reduce((total, [, each]) => total + each.rows, 0)
      const sessions = sums.find(([name]) => name === 'sessions')?.[1].rows ?? 0
      return { tables: tables.length, rows, sessions, hash }
    })
  } finally {
    db.close()
    await to.close()
  }
}

/** Every table with its columns, those that others refer to first. */
async function tablesOf(query: Query): Promise<Table[]> {
  const { rows } =
    await query(`SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
    FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name ORDER BY table_name`)
  const rank = ({ name }: Table) => (REFERRED.indexOf(name) + REFERRED.length + 1) % (REFERRED.length + 1)
  const tables = (rows as unknown as Table[]).filter(({ name }) => !OWN.has(name))
  return tables.toSorted((a, b) => rank(a) - rank(b))
}

async function mustBeEmpty(query: Query, tables: readonly Table[]): Promise<void> {
  // Held until the end: no server begins to write in between.
  await query(`LOCK TABLE ${tables.map(({ name }) => `"${name}"`).join(', ')} IN EXCLUSIVE MODE`)
  for (const { name } of tables)
    if ((await query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length > 0)
      throw new BackupRefused(`The database holds something already (${name}). Name one that is empty.`)
}

async function insert(query: Query, table: Table, rows: Iterable<Row>): Promise<void> {
  const most = Math.floor(VALUES_MAX / table.columns.length)
  let waiting: Row[] = []
  let bytes = 0
  const send = async () => {
    if (waiting.length === 0) return
    const values = waiting.flatMap(row => table.columns.map(column => given(row[column])))
    const groups = waiting.map(
      (_, row) => `(${table.columns.map((_, i) => `$${row * table.columns.length + i + 1}`)})`,
    )
    await query(`INSERT INTO "${table.name}" (${table.columns}) VALUES ${groups}`, values)
    waiting = []
    bytes = 0
  }
  for (const row of rows) {
    waiting.push(row)
    bytes += table.columns.reduce((sum, column) => sum + (lengthOf(row[column]) ?? 8), 0)
    if (waiting.length >= most || bytes > BYTES_MAX) await send()
  }
  await send()
}

const lengthOf = (value: unknown): number | undefined => (value as { length?: number } | null)?.length
const given = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : withoutNull(value as Value)

/** What comes next comes behind what was copied. */
async function countOn(query: Query, { name }: Table): Promise<void> {
  await query(
    `SELECT setval(pg_get_serial_sequence('"${name}"', 'rowid'), coalesce((SELECT max(rowid) FROM "${name}"), 0) + 1, false)`,
  )
}

async function* fetched(query: Query, text: string): AsyncIterable<Row> {
  await query(`DECLARE moved CURSOR FOR ${text}`)
  for (;;) {
    const { rows } = await query(`FETCH ${ROWS_AT_ONCE} FROM moved`)
    if (rows.length === 0) break
    yield* rows
  }
  await query('CLOSE moved')
}

async function sumOf({ columns }: Table, rows: Iterable<Row> | AsyncIterable<Row>): Promise<Sum> {
  const each: string[] = []
  for await (const row of rows) each.push(rowHash(columns.map(column => row[column])))
  return { rows: each.length, hash: createHash('sha256').update(each.sort().join('')).digest('hex') }
}

function rowHash(values: readonly unknown[]): string {
  const said = values.map(value =>
    value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('hex') } : withoutNull(value as Value),
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('base64')
}

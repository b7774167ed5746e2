import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { readConfig } from '#server/config.ts'
import { openStore } from '#server/store/open-store.ts'
import { columnTypes } from '#server/store/postgres-statements.ts'
import type { Row, Value } from '#server/store/records/statements.ts'
import { DATABASE } from '#server/store/sqlite-backup.ts'
import type { Store } from '#server/store/store.ts'
import { makeDatabase } from './database.ts'

/** Where all is that an installation keeps. `database`: the URL of its PostgreSQL; null: it is in a file in the folder. */
export type Installation = { folder: string; database: string | null }

/** The environment by which a server or a command of the operator's finds it. */
export const environmentOf = ({ folder, database }: Installation) => ({
  DATA_DIR: folder,
  DATABASE_URL: database ?? '',
})

/** The product's own store on it, beside whatever runs there. */
export const storeOf = (kept: Installation): Promise<Store> => openStore(readConfig(environmentOf(kept)))

/** One statement, with a `?` for each value. */
export type Sql = (text: string, ...values: Value[]) => Promise<Row[]>

/** Reads or changes what it keeps, past all of the product's code. */
export async function inDatabase<T>(
  { folder, database }: Installation,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  if (database === null) {
    const db = new DatabaseSync(join(folder, DATABASE))
    try {
      return await work(async (text, ...values) => db.prepare(text).all(...values))
    } finally {
      db.close()
    }
  }
  const client = new Client({ connectionString: database, types: columnTypes })
  await client.connect()
  try {
    return await work(async (text, ...values) => {
      let count = 0
      const numbered = text.replaceAll('?', () => `$${++count}`)
      return (await client.query(numbered, values)).rows
    })
  } finally {
    await client.end()
  }
}

/** As `inDatabase`, with nothing that guards what was fixed, nor what refers to what. A file stays unguarded after that. */
export function unguarded<T>(kept: Installation, work: (sql: Sql) => Promise<T>): Promise<T> {
  return inDatabase(kept, async sql => {
    if (kept.database !== null) await sql('SET session_replication_role = replica')
    else {
      await sql('PRAGMA foreign_keys = OFF')
      for (const { name } of await sql("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        await sql(`DROP TRIGGER ${name}`)
    }
    return work(sql)
  })
}

/** Every row of every table. `text`: its fields as they are kept, in which each byte is one character. */
export function everyRow(kept: Installation): Promise<{ table: string; text: string; row: Row }[]> {
  const names =
    kept.database === null
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
  const legible = (value: unknown) => (value instanceof Uint8Array ? inLatin(value) : String(value))
  return inDatabase(kept, async sql => {
    const found: { table: string; text: string; row: Row }[] = []
    for (const { name } of await sql(names))
      for (const row of await sql(`SELECT * FROM "${name}"`))
        found.push({ table: String(name), text: Object.values(row).map(legible).join('\n'), row })
    return found
  })
}

/**
 * All that can be read of what it keeps, as text in which each byte is one character: every byte of its files, or every row of its
 * PostgreSQL, where what was deleted may lie in files of the server's own (docs/decisions/0019-postgresql.md).
 */
export async function everythingKept(kept: Installation): Promise<string> {
  if (kept.database !== null) return (await everyRow(kept)).map(({ text }) => text).join('\n')
  return readdirSync(kept.folder)
    .map(name => inLatin(readFileSync(join(kept.folder, name))))
    .join('\n')
}
const inLatin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** All of what it keeps once more, with `folder` for what is in files. Nobody may be at work on it. */
export async function copied(
  { folder: from, database }: Installation,
  folder: string,
): Promise<Installation> {
  cpSync(from, folder, { recursive: true })
  return { folder, database: database && (await makeDatabase(database)) }
}

/**
 * What the installations of a run of tests are kept in: each in a SQLite file of its own, or with TEST_DATABASE=postgres each in a database of
 * its own, in one PostgreSQL that is started for the run. This is the one place that knows which.
 */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Run by Vitest (vitest.config.ts) before the first test, and what it gives back after the last. Its workers find the URL in the environment. */
export default async function sharePostgres(): Promise<(() => Promise<void>) | undefined> {
  const wanted = process.env.TEST_DATABASE
  if (!wanted || wanted === 'sqlite') return undefined
  if (wanted !== 'postgres') throw new Error(`TEST_DATABASE is sqlite or postgres, not "${wanted}".`)
  const { startPostgres } = await import('./postgres.ts')
  const postgres = await startPostgres({ max_connections: '400' })
  process.env.TEST_DATABASE = postgres.url
  return postgres.remove
}

const shared = process.env.TEST_DATABASE?.startsWith('postgres:') ? process.env.TEST_DATABASE : null
/** For a test that says what a SQLite file alone can show, or does otherwise than a PostgreSQL: it gives its reason where it asks this. */
export const onPostgres = shared !== null

/** Settings of a server that is kept in its folder whatever the run is on. */
export const onFile = { DATABASE_URL: '' }

/** The URL of a database of one's own, empty or with all that `from` holds; null: a file in one's folder is that. */
export async function makeDatabase(from?: string): Promise<string | null> {
  if (shared === null) return null
  const url = new URL(shared)
  url.pathname = `test_${randomUUID().replaceAll('-', '')}`
  const like = from === undefined ? '' : ` TEMPLATE ${nameOf(from)}`
  await tell(shared, `CREATE DATABASE ${nameOf(url.href)}${like}`)
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  if (shared !== null) await tell(shared, `DROP DATABASE IF EXISTS ${nameOf(url)} WITH (FORCE)`)
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1)

async function tell(url: string, text: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresStore, preparePostgres } from '#server/store/postgres.ts'
import { newestPostgresStep } from '#server/store/postgres-migrations.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import { newestStep } from '#server/store/sqlite-migrations.ts'
import { DocumentFrozen, type Store } from '#server/store/store.ts'
import { startPostgres, type TestPostgres } from '../harness/postgres.ts'
import { storeContract } from './store.ts'
import { entry, sampleSession, signature } from './store-samples.ts'

let postgres: TestPostgres
let folder: string
beforeAll(async () => {
  postgres = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'mozaiek-store-'))
})
afterAll(async () => {
  await postgres.remove()
  await rm(folder, { recursive: true, force: true })
})

storeContract('PostgreSQL', async () => {
  const url = await postgres.database()
  return { open: () => createPostgresStore(url) }
})

/** Asks a database what the application never would. */
async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('the PostgreSQL database', () => {
  it('[M5] is at the step of SQLite’s, with the same tables and columns', async () => {
    expect(newestPostgresStep).toBe(newestStep)
    const url = await postgres.database()
    await preparePostgres(url)
    const file = join(folder, 'columns.sqlite')
    await (await createSqliteStore(file)).close()
    const sqlite = new DatabaseSync(file)
    const there = sqlite
      .prepare(
        `SELECT m.name || '.' || c.name AS field FROM sqlite_master m JOIN pragma_table_info(m.name) c
           WHERE m.type = 'table' ORDER BY field`,
      )
      .all()
      .map(({ field }) => field)
    sqlite.close()
    const text = `SELECT table_name || '.' || column_name AS field FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name <> 'rowid'`
    const here = await within(url, async client => (await client.query(text)).rows.map(row => row.field))
    expect(here.toSorted()).toEqual(there)
  })

  it('[M5] is brought up to date once by nodes that start together, and not used by a version two steps behind', async () => {
    const url = await postgres.database()
    const nodes = await Promise.all([1, 2, 3, 4].map(() => createPostgresStore(url)))
    await Promise.all(nodes.map(node => node.close()))
    await within(url, async client => {
      const { rows } = await client.query('SELECT number, count(*) FROM migrations GROUP BY number')
      expect(rows.every(row => row.count === '1')).toBe(true)
      const further = (step: number) =>
        client.query(`INSERT INTO migrations (number, name, applied_at) VALUES (${step}, 'later', 0)`)
      await further(newestPostgresStep + 1)
      await (await createPostgresStore(url)).close()
      await further(newestPostgresStep + 2)
    })
    await expect(createPostgresStore(url)).rejects.toThrow(`step ${newestPostgresStep + 2}`)
  })

  it('[M17] has an update of either node before a freeze or refused, whatever they race, and nobody waits in a circle', async () => {
    const url = await postgres.database()
    const [one, two] = await Promise.all([createPostgresStore(url), createPostgresStore(url)])
    for (let round = 0; round < 8; round++) {
      const id = `race-${round}`
      const { record, partners, facilitator } = sampleSession(id)
      await one.createSession(record, partners, facilitator)
      const documents = ['statement', 'board'] as const
      const appends = (store: Store, from: number) =>
        Array.from({ length: 12 }, async (_, index) => {
          const byte = from + index
          const both = documents.map(document => entry({ session: id, document }, byte))
          await store.appendUpdates(index % 2 === 0 ? both : both.toReversed())
          return byte
        })
      const racing = [...appends(one, 0), ...appends(two, 50)]
      const frozen = two.transaction(id, async tx => {
        const { updates } = await tx.readDocument('board')
        await tx.readDocument('statement')
        await tx.closeDocument('board', 'h')
        return updates.map(update => update[0])
      })
      const results = await Promise.allSettled([...racing, ...appends(one, 100)])
      const taken = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
      const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
      expect((await frozen).toSorted()).toEqual(taken.toSorted())
      expect(refused.filter(error => !(error instanceof DocumentFrozen))).toEqual([])
      const { updates, last } = await one.loadDocument({ session: id, document: 'statement' })
      expect(updates.map(update => update[0]).toSorted()).toEqual(taken.toSorted())
      expect(last).toBe(taken.length)
    }
    await Promise.all([one.close(), two.close()])
  })

  it('[F6] refuses to change, take away or write over what was fixed, whoever asks', async () => {
    const url = await postgres.database()
    const store = await createPostgresStore(url)
    const { record, partners, facilitator } = sampleSession('s1')
    await store.createSession(record, partners, facilitator)
    await store.transaction('s1', async tx => {
      await tx.appendAudit({ at: 1, actor: 'a', type: 't', detail: {} }, () => 'h')
      await tx.saveSnapshot({ hash: 'h', canonical: '{}' })
      await tx.addSignature(signature('Anna'), { after: 0, at: 9 })
      await tx.updateSession({ statement: { hash: 'h', version: 1, frozenAt: 5 } })
    })
    await store.close()
    const refused = [
      "UPDATE signatures SET body = '{}'",
      'DELETE FROM signatures',
      'TRUNCATE signatures',
      "UPDATE audit SET actor = 'b'",
      'DELETE FROM audit',
      'TRUNCATE audit',
      "INSERT INTO audit VALUES ('s1', 3, 1, 'b', 't', '{}', 'h')",
      "INSERT INTO audit VALUES ('s1', 1, 1, 'b', 't', '{}', 'h') ON CONFLICT (session, sequence) DO UPDATE SET actor = 'b'",
      "UPDATE snapshots SET canonical = '[]'",
      'DELETE FROM snapshots',
      "INSERT INTO snapshots VALUES ('s1', 'h', '[]') ON CONFLICT DO NOTHING",
      "INSERT INTO erasures VALUES ('s1', 'content')",
    ]
    await within(url, async client => {
      for (const text of refused) await expect(client.query(text), text).rejects.toThrow(/never|grows/)
    })
  })
})

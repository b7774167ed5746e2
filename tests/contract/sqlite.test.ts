import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSqliteStore } from '#server/store/sqlite.ts'
import { storeContract } from './store.ts'
import { sampleSession } from './store-samples.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mozaiek-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
const freshFile = () => join(folder, `deep/${count++}`, 'mozaiek.db')

storeContract('SQLite', async () => {
  const file = freshFile()
  return { open: () => createSqliteStore(file) }
})

describe('the SQLite file', () => {
  it('is readable by its owner alone', async () => {
    const file = freshFile()
    const store = await createSqliteStore(file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await store.close()
  })

  it('waits for the disk at every commit and records each migration once', async () => {
    const file = freshFile()
    await (await createSqliteStore(file)).close()
    await (await createSqliteStore(file)).close()
    const db = new DatabaseSync(file)
    expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    expect(db.prepare('SELECT number, name FROM migrations').all()).toMatchObject([
      { number: 1, name: 'start' },
    ])
    db.close()
  })

  it('of a newer version is not opened', async () => {
    const file = freshFile()
    await (await createSqliteStore(file)).close()
    const db = new DatabaseSync(file)
    db.exec("INSERT INTO migrations (number, name, applied_at) VALUES (999, 'later', 0)")
    db.close()
    await expect(createSqliteStore(file)).rejects.toThrow('step 999')
  })

  it('refuses to change or take away an audit event or a snapshot', async () => {
    const file = freshFile()
    const store = await createSqliteStore(file)
    const { record, partners, facilitator } = sampleSession('s1')
    await store.createSession(record, partners, facilitator)
    await store.transaction('s1', async tx => {
      await tx.appendAudit({ at: 1, actor: 'a', type: 't', detail: {} }, () => 'h')
      await tx.saveSnapshot({ hash: 'h', canonical: '{}' })
    })
    await store.close()
    const db = new DatabaseSync(file)
    expect(() => db.exec("UPDATE audit SET actor = 'b'")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM audit')).toThrow('never changed')
    expect(() => db.exec("UPDATE snapshots SET canonical = 'x'")).toThrow('never changed')
    db.close()
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresStore } from '#server/store/postgres.ts'
import { moveToPostgres } from '#server/store/postgres-move.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { startPostgres, type TestPostgres } from '../harness/postgres.ts'
import {
  ballot,
  board,
  chain,
  entry,
  event,
  person,
  sampleSession,
  signature,
  vote,
} from './store-samples.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.remove())

const readAll = (store: Store) =>
  store.transaction('s1', async tx => [
    ...[await tx.session(), await tx.partners(), await tx.participants(), await tx.ballots()],
    ...[await tx.votes('b1'), await tx.signatures(), await tx.snapshot('h1'), await tx.audit()],
    ...[await tx.readDocument('board'), await tx.readDocument('statement'), await tx.programme()],
    ...[await tx.printed('a'), await tx.comments(), await tx.epoch()],
  ])

describe('an installation that moves to PostgreSQL', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mozaiek-move-'))
    store = await createSqliteStore(join(folder, 'mozaiekbord.sqlite'))
    const { record, partners, facilitator } = sampleSession('s1')
    await store.createSession(record, partners, facilitator)
    await store.transaction('s1', async tx => {
      for (const id of ['zoe', 'anna', 'bo']) await tx.addParticipant(person(id))
      await tx.saveBallot(ballot('b1', 1))
      await tx.saveVote('b1', vote('zoe', 2))
      await tx.saveSnapshot({ hash: 'h1', canonical: '{"a":"é"}' })
      await tx.addSignature(signature('Anna'), { after: 0, at: 9 })
      for (const type of ['one', 'two', 'three']) await tx.appendAudit(event(type), chain)
      await tx.savePrinted({
        ...{ address: 'a', statement: 'ab', signatures: 1, events: 5, file: new Uint8Array([0, 1, 255]) },
      })
      await tx.closeDocument('statement', 'h1')
    })
    await store.appendUpdates([1, 2, 3].map(byte => entry(board, byte, [byte + 7], 'zoe')))
    await store.installation('token-key', async () => 'a key')
    return async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('[M16] has all of it there, in its order, and goes on there; the folder stays as it was', async () => {
    const before = await readAll(store)
    await store.close()
    await writeFile(join(folder, 'seal.json'), '{"format":"mozaiekbord-seal/1"}')
    const url = await postgres.database()
    expect(await moveToPostgres(folder, url)).toMatchObject({ sessions: 1 })
    const there = await createPostgresStore(url)
    expect(await readAll(there)).toEqual(before)
    const none = async () => 'made anew'
    expect(await there.installation('token-key', none)).toBe('a key')
    expect(await there.installation('seal', none)).toBe('{"format":"mozaiekbord-seal/1"}')
    expect(await there.appendUpdates([entry(board, 4)])).toEqual([4])
    await there.transaction('s1', async tx => {
      await tx.addParticipant(person('aart'))
      await tx.appendAudit(event('four'), chain)
      expect((await tx.participants()).map(({ id }) => id)).toEqual(['lead', 'zoe', 'anna', 'bo', 'aart'])
      expect(await tx.audit()).toHaveLength(4)
    })
    await there.close()
    store = await createSqliteStore(join(folder, 'mozaiekbord.sqlite'))
    expect(await readAll(store)).toEqual(before)
  })

  it('[M16] is not moved to a database that holds something, nor while a server runs on it', async () => {
    const url = await postgres.database()
    await expect(moveToPostgres(folder, url)).rejects.toThrow('A server is running')
    await store.close()
    const there = await createPostgresStore(url)
    await there.installation('token-key', async () => 'of another')
    await there.close()
    await expect(moveToPostgres(folder, url)).rejects.toThrow('holds something already (installation)')
    await expect(moveToPostgres(join(folder, 'nothing'), url)).rejects.toThrow('nothing to move')
  })
})

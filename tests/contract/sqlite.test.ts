import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holds } from '#lib/domain/ballot.ts'
import { sha256Hex } from '#lib/domain/canonical.ts'
import { tally } from '#lib/domain/tally.ts'
import { sql as firstTables } from '#server/store/migrations/0001-start.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import { migrate } from '#server/store/sqlite-migrations.ts'
import { storeContract } from './store.ts'
import { board, bytes, entry, sampleSession, signature } from './store-samples.ts'

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

/** A database with a session, its partners and nobody in it, as the version left it whose last step this was. */
async function databaseAt(file: string, step: number): Promise<DatabaseSync> {
  await mkdir(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  migrate(db, step)
  db.exec(`
    INSERT INTO sessions (id, network, title, dates, language, phase, created_at, expires_at, code, secret_hash, lead,
      watch_code) VALUES ('s1', 'n', 't', '[]', 'nl', 'decide', 0, 0, 'C', 'h', 'lea', 'W');
    INSERT INTO participants (session, id, name, partner, role, may_order, removed)
      VALUES ('s1', 'lea', 'Lea', NULL, 'facilitator', 1, 0);
    INSERT INTO partners (session, id, position, name, kind) VALUES ('s1', 'p-one', 0, 'Een', ''), ('s1', 'p-two', 1, 'Twee', '');
    INSERT INTO documents (session, document) VALUES ('s1', 'board'), ('s1', 'statement');`)
  return db
}

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
      { number: 2, name: 'checked-log' },
      { number: 3, name: 'log-in-place' },
      { number: 4, name: 'desks' },
      { number: 5, name: 'handed-texts' },
      { number: 6, name: 'programme' },
      { number: 7, name: 'checks' },
      { number: 8, name: 'made-up' },
      { number: 9, name: 'room' },
      { number: 10, name: 'editions' },
      { number: 11, name: 'ballots' },
      { number: 12, name: 'immutable' },
      { number: 13, name: 'signatures' },
      { number: 14, name: 'intents' },
      { number: 15, name: 'signatories' },
      { number: 16, name: 'reopened' },
      { number: 17, name: 'writing' },
      { number: 18, name: 'archives' },
      { number: 19, name: 'printed' },
      { number: 20, name: 'check-hands' },
      { number: 21, name: 'nodes' },
      { number: 22, name: 'several-signatories' },
    ])
    db.close()
  })

  it('[K4] that has a damaged update keeps it aside, once, and gives the rest of it and of the others', async () => {
    const file = freshFile()
    const store = await createSqliteStore(file)
    for (const id of ['s1', 's2']) {
      const { record, partners, facilitator } = sampleSession(id)
      await store.createSession(record, partners, facilitator)
      await store.appendUpdates([1, 2, 3].map(byte => entry({ session: id, document: 'board' }, byte)))
    }
    const db = new DatabaseSync(file)
    db.exec("UPDATE log SET content = x'09' WHERE session = 's1' AND seq = 2")
    const found = await store.loadDocument(board)
    expect(found).toMatchObject({ damaged: 1, last: 3 })
    expect(bytes(found.updates)).toEqual([[1], [3]])
    expect(await store.loadDocument(board)).toMatchObject({ damaged: 0, updates: found.updates })
    expect(await store.loadDocument({ session: 's2', document: 'board' })).toMatchObject({ damaged: 0 })
    expect(db.prepare('SELECT session, seq, content FROM quarantine').all()).toMatchObject([
      { session: 's1', seq: 2, content: new Uint8Array([9]) },
    ])
    await store.appendUpdates([entry(board, 4)])
    expect(bytes((await store.loadDocument(board)).updates)).toEqual([[1], [3], [4]])
    db.close()
    await store.close()
  })

  it('of the first version keeps what it holds, in its order and its owner, with a checksum', async () => {
    const file = freshFile()
    await mkdir(dirname(file), { recursive: true })
    const old = new DatabaseSync(file)
    old.exec(firstTables)
    old.exec(`
      CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
      INSERT INTO migrations VALUES (1, 'start', 0);
      INSERT INTO sessions VALUES ('s1', 'n', 't', '[]', 'nl', 'collect', 0, 0, 'C', 'h', NULL, NULL, NULL);
      INSERT INTO participants VALUES ('s1', 'anna', 'Anna', NULL, 'participant', 0, 0),
        ('s1', 'lea', 'Lea', NULL, 'facilitator', 1, 0);
      INSERT INTO documents VALUES ('s1', 'board', 3, NULL), ('s1', 'statement', 0, 'abc');
      INSERT INTO log VALUES ('s1', 'board', 3, 'p1', x'03'), ('s1', 'board', 1, NULL, x'01');
      INSERT INTO clients VALUES ('s1', 'board', 7, 'p1');`)
    old.close()
    const store = await createSqliteStore(file)
    const found = await store.loadDocument(board)
    expect(found).toMatchObject({ damaged: 0, last: 3, owners: new Map([[7, 'p1']]) })
    expect(bytes(found.updates)).toEqual([[1], [3]])
    expect(await store.loadDocument({ session: 's1', document: 'statement' })).toMatchObject({
      frozen: 'abc',
    })
    expect(await store.appendUpdates([entry(board, 4)])).toEqual([4])
    const session = await store.transaction('s1', tx => tx.session())
    expect(session).toMatchObject({ lead: 'lea', watchCode: expect.stringMatching(/^[0-9A-F]{16}$/) })
    expect(await store.sessionIdByCode(session?.watchCode ?? '')).toBe('s1')
    expect(await store.transaction('s1', tx => tx.participants())).toMatchObject([
      { id: 'anna', waiting: false },
      { id: 'lea', waiting: false },
    ])
    await store.close()
  })

  it('[S8] of before signatures had rows of their own keeps each that was given, in the order of signing', async () => {
    const file = freshFile()
    const old = await databaseAt(file, 12)
    const given = (name: string, signedAt: number, partner: string) => {
      const { declaration, ...proof } = signature(name)
      return { ...proof, declaration: { ...declaration, signedAt, partner } }
    }
    const [late, early] = [given('Laat', 9, 'p-one'), given('Vroeg', 5, 'p-two')]
    const insert = old.prepare('INSERT INTO signatories VALUES (?, ?, ?, ?)')
    insert.run('s1', 'p-one', 'tok-1', JSON.stringify(late))
    insert.run('s1', 'p-two', 'tok-2', JSON.stringify(early))
    old.close()
    const now = await createSqliteStore(file)
    await now.transaction('s1', async tx => {
      expect(await tx.signatures()).toEqual([early, late])
      expect(await tx.signatories()).toEqual([
        { id: 'p-one', partner: 'p-one', token: 'tok-1', named: null, letters: [], openedAt: null },
        { id: 'p-two', partner: 'p-two', token: 'tok-2', named: null, letters: [], openedAt: null },
      ])
    })
    await now.close()
  })

  it('[S8] of before several could sign for one partner keeps each signatory, at the first place of their partner', async () => {
    const file = freshFile()
    const old = await databaseAt(file, 20)
    const text =
      'INSERT INTO signatories (session, partner, token, named, letters, opened_at) VALUES (?, ?, ?, ?, ?, ?)'
    const named = { name: 'Anna', function: 'wethouder', email: '' }
    const letters = [{ kind: 'invitation', by: 'hand', at: 5, state: 'sent' } as const]
    old.prepare(text).run('s1', 'p-two', 'tok-2', JSON.stringify(named), JSON.stringify(letters), 7)
    old.prepare(text).run('s1', 'p-one', 'tok-1', null, '[]', null)
    old.close()
    const now = await createSqliteStore(file)
    await now.transaction('s1', async tx =>
      expect(await tx.signatories()).toEqual([
        { id: 'p-two', partner: 'p-two', token: 'tok-2', named, letters, openedAt: 7 },
        { id: 'p-one', partner: 'p-one', token: 'tok-1', named: null, letters: [], openedAt: null },
      ]),
    )
    await now.close()
  })

  it('[B36] of before ballots had rules keeps what was voted, as votes that ask nothing and are followed by no trail', async () => {
    const file = freshFile()
    const old = await databaseAt(file, 10)
    const text = 'Iedereen een thuis'
    const ballot = {
      ...{
        id: 'ballot-1',
        round: 1,
        method: 'dots',
        per: 'partner',
        dots: 3,
        state: 'revealed',
        openedAt: 5,
      },
      ...{ closedAt: 7, revealedAt: 8 },
      options: [
        { proposal: 'proposal-1', text, hash: sha256Hex(text) },
        { proposal: 'proposal-2', text: 'Anders', hash: sha256Hex('Anders') },
      ],
    }
    const open = { ...ballot, id: 'ballot-2', round: 2, per: 'person', state: 'open' }
    for (const each of [ballot, open])
      old
        .prepare('INSERT INTO ballots (session, id, round, body) VALUES (?, ?, ?, ?)')
        .run('s1', each.id, each.round, JSON.stringify(each))
    const choice = { method: 'dots', dots: { 'proposal-1': 2, 'proposal-2': 1 } } as const
    old
      .prepare(
        'INSERT INTO votes (session, ballot, voter, participant, partner, choice) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run('s1', 'ballot-1', 'p-one', 'anna', 'p-one', JSON.stringify(choice))
    old.close()
    const store = await createSqliteStore(file)
    await store.transaction('s1', async tx => {
      const [first, second] = await tx.ballots()
      const asks = { quorum: null, threshold: null, shuffled: false, anonymous: false, entitled: null }
      expect(first).toEqual({
        ...{ ...ballot, ...asks, by: 'partner' },
        options: ballot.options.map(option => ({ ...option, meaning: '' })),
      })
      expect(second).toMatchObject({ ...asks, by: 'person', state: 'open' })
      expect(first && holds(first), 'the texts still have the hash that was voted on').toBe(true)
      const votes = await tx.votes('ballot-1')
      const kept = { voter: 'p-one', participant: 'anna', partner: 'p-one', choice, trail: [] }
      expect(votes).toEqual([kept])
      expect(first && tally(first, votes, await tx.hands('ballot-1'))).toMatchObject({
        ...{ voters: 1, partners: 1, byHand: 0 },
        options: [
          { proposal: 'proposal-1', dots: 2 },
          { proposal: 'proposal-2', dots: 1 },
        ],
      })
      const vote = { ...kept, voter: 'bo', participant: 'bo', partner: null }
      await tx.saveVote('ballot-2', { ...vote, trail: [{ by: 'bo', at: 9, way: 'own' }] })
      expect((await tx.votes('ballot-2'))[0]?.trail).toHaveLength(1)
    })
    await store.close()
  })

  it('of a newer version is not opened', async () => {
    const file = freshFile()
    await (await createSqliteStore(file)).close()
    const db = new DatabaseSync(file)
    db.exec("INSERT INTO migrations (number, name, applied_at) VALUES (999, 'later', 0)")
    db.close()
    await expect(createSqliteStore(file)).rejects.toThrow('step 999')
  })

  it('[F6] refuses to change, take away or write over what was fixed, whoever asks', async () => {
    const file = freshFile()
    const store = await createSqliteStore(file)
    const { record, partners, facilitator } = sampleSession('s1')
    await store.createSession(record, partners, facilitator)
    await store.transaction('s1', async tx => {
      await tx.appendAudit({ at: 1, actor: 'a', type: 't', detail: {} }, () => 'h')
      await tx.saveSnapshot({ hash: 'h', canonical: '{}' })
      await tx.addSignature(signature('Anna'), { after: 0, at: 9 })
    })
    await store.close()
    const db = new DatabaseSync(file)
    const refused = [
      "UPDATE signatures SET body = '{}'",
      'DELETE FROM signatures',
      "INSERT OR REPLACE INTO signatures VALUES ('s1', 1, 'p-one', 9, '{}')",
      "UPDATE audit SET actor = 'b'",
      'DELETE FROM audit',
      "INSERT OR REPLACE INTO audit VALUES ('s1', 1, 1, 'b', 't', '{}', 'h')",
      "INSERT INTO audit VALUES ('s1', 3, 1, 'b', 't', '{}', 'h')",
      "UPDATE snapshots SET canonical = 'x'",
      'DELETE FROM snapshots',
      "INSERT OR REPLACE INTO snapshots VALUES ('s1', 'h', 'x')",
    ]
    for (const sql of refused) expect(() => db.exec(sql), sql).toThrow(/never|at its end/)
    // A rehearsal's content may go, its trail may not; that goes with the session alone.
    db.exec("INSERT INTO erasures VALUES ('s1', 'content'); DELETE FROM snapshots")
    expect(() => db.exec('DELETE FROM audit')).toThrow('never changed')
    expect(() => db.exec('DELETE FROM signatures')).toThrow('never taken away')
    expect(() => db.exec("UPDATE erasures SET what = 'session'")).toThrow('never changed')
    db.exec("DELETE FROM erasures; INSERT INTO erasures VALUES ('s1', 'session'); DELETE FROM audit")
    db.exec("DELETE FROM erasures; UPDATE sessions SET statement = '{}'")
    expect(() => db.exec("INSERT INTO erasures VALUES ('s1', 'content')")).toThrow('never taken away')
    db.close()
  })
})

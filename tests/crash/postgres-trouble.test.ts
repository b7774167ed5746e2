import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { smallDisk } from '#tests/harness/disk.ts'
import { startPostgres, type TestPostgres } from '#tests/harness/postgres.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { openTable, SLOW } from '#tests/harness/table.ts'

/** Nobody waits longer for a word, in ms, whatever PostgreSQL does: its own time, and a turn in the queue before that. */
const TOLD_MAX = 30_000
/** Nor this long, in ms, before all goes on when the trouble is over. */
const BACK_MAX = 20_000
/** Nor one to a load balancer or of figures, in ms: were such questions to wait for each other, the last would wait as long as ASKED_LONG. */
const PROBED_MAX = 12_000
/** How long, in ms, a load balancer goes on asking, and how long where its questions might pile up. */
const ASKED = 4000
const ASKED_LONG = 40_000
const ASK_EVERY = 200
const TABLES = 8

let postgres: TestPostgres
let server: TestServer
let database: string
beforeAll(async () => {
  postgres = await startPostgres({ max_connections: '30' })
})
afterAll(() => postgres.remove())
beforeEach(async () => {
  database = await postgres.database()
  server = await startServer(undefined, undefined, undefined, { DATABASE_URL: database })
})
afterEach(async () => {
  await server.remove()
  await postgres.restart()
})

type Table = Awaited<ReturnType<typeof openTable>>

async function connected(): Promise<Client> {
  const client = new Client(database)
  client.on('error', () => {})
  await client.connect()
  return client
}

const after = async <T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> => {
  const began = performance.now()
  const answer = await work()
  return { ms: Math.round(performance.now() - began), answer }
}

async function openTables(count: number): Promise<Table[]> {
  const tables = await Promise.all(Array.from({ length: count }, () => openTable(server)))
  for (const each of tables) each.put('note-before')
  for (const each of tables) await expect.poll(each.shown).toEqual(['note-before'])
  return tables
}

/**
 * While there is trouble: everybody writes and asks, and a load balancer goes on asking. Checks that all are told in time and nothing is shown.
 */
async function refusesClearly(tables: readonly Table[], what: string, asked = ASKED): Promise<void> {
  const asking = Array.from({ length: asked / ASK_EVERY }, async (_, turn) => {
    await new Promise(resolve => setTimeout(resolve, turn * ASK_EVERY))
    return after(() => tables[0]?.ready() ?? Promise.resolve(0))
  })
  for (const each of tables) each.put('note-meanwhile')
  const toldOf = (each: Table) => after(() => expect.poll(each.told, { timeout: 4 * TOLD_MAX }).toBe(true))
  const commands = tables.flatMap(each => Array.from({ length: 6 }, () => after(each.done)))
  const written = Promise.all(tables.map(toldOf))
  expect(await tables[0]?.slowest()).toBeLessThan(SLOW)
  const headers = { authorization: 'Bearer figures-for-the-tests' }
  const figures = await after(() => fetch(`${server.url}/metrics`, { headers }))
  expect(figures.answer.status).toBe(200)
  expect(figures.ms).toBeLessThan(PROBED_MAX)
  const answers = await Promise.all(commands)
  const told = await written
  const late = await after(() => tables[0]?.done() ?? Promise.resolve(null))
  const probes = await Promise.all(asking)
  expect(tables.map(each => each.shown())).toEqual(tables.map(() => ['note-before']))
  const slowest = (all: readonly { ms: number }[]) => Math.max(...all.map(({ ms }) => ms))
  console.log(
    `${what}: edits told after ${slowest(told)} ms, commands ${slowest(answers)}, one that came late ${late.ms}, /readyz ${slowest(probes)}`,
  )
  expect(new Set([...answers, late].map(({ answer }) => answer))).toEqual(new Set(['store-failed']))
  // What it keeps and forgets itself may still be kept while others hold a table.
  const ready = new Set(probes.map(({ answer }) => answer))
  if (!what.startsWith('table')) expect(ready).toEqual(new Set([503]))
  expect(slowest([...told, ...answers, late])).toBeLessThan(TOLD_MAX)
  expect(slowest(probes)).toBeLessThan(PROBED_MAX)
}

/** Without a restart of the node. */
async function goesOn(tables: readonly Table[]): Promise<void> {
  const fine = { timeout: BACK_MAX, interval: 100 }
  await expect.poll(() => tables[0]?.ready(), fine).toBe(200)
  for (const each of tables) {
    await expect.poll(each.done, fine).toBe('done')
    await each.again()
    each.put('note-after')
    await expect.poll(each.shown, fine).toContain('note-after')
    expect((await each.inDatabase()).toSorted()).toEqual(each.shown().toSorted())
  }
}

test('[M36] while others have all connections of PostgreSQL people are told in time, and it goes on when those are let go', async () => {
  const tables = await openTables(2)
  const chief = await connected()
  const taken: Client[] = []
  // Until it says that there are too many.
  const takeAll = async (): Promise<void> => {
    for (;;) taken.push(await connected())
  }
  const OURS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mozaiekbord' AND datname = current_database()`
  await expect(takeAll()).rejects.toThrow(/too many/)
  const none = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'mozaiekbord' AND datname = current_database()`
  await expect
    .poll(async () => {
      await chief.query(OURS)
      await takeAll().catch(() => {})
      return (await chief.query(none)).rows.length
    })
    .toBe(0)
  await refusesClearly(tables, 'no connection')
  await Promise.all([chief, ...taken].map(each => each.end()))
  await goesOn(tables)
}, 180_000)

test('[M37] while PostgreSQL stands still people are told in time and nothing piles up, and it goes on when that does', async () => {
  const tables = await openTables(TABLES)
  const children = execFileSync('pgrep', ['-P', String(postgres.pid())], { encoding: 'utf8' })
  const all = [postgres.pid(), ...children.trim().split('\n').map(Number)]
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  try {
    await refusesClearly(tables, 'stands still', ASKED_LONG)
  } finally {
    for (const pid of all) process.kill(pid, 'SIGCONT')
  }
  await goesOn(tables)
}, 240_000)

test.each(['sessions', 'log'])(
  '[M38] while somebody holds the whole table %s those who want it are told in time, and it goes on when that is let go',
  async name => {
    const tables = await openTables(TABLES)
    const holder = await connected()
    await holder.query(`BEGIN; LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`)
    if (name === 'sessions') await refusesClearly(tables, `table ${name}`)
    else {
      for (const each of tables) each.put('note-meanwhile')
      const { ms } = await after(() =>
        Promise.all(tables.map(each => expect.poll(each.told, { timeout: 4 * TOLD_MAX }).toBe(true))),
      )
      console.log(`edits of ${TABLES} sessions on a held log were told after ${ms} ms`)
      expect(ms).toBeLessThan(TOLD_MAX)
      expect(tables.map(each => each.shown())).toEqual(tables.map(() => ['note-before']))
    }
    await holder.query('ROLLBACK')
    await holder.end()
    await goesOn(tables)
  },
  240_000,
)

test('[M39] while PostgreSQL takes no writing people are told in time, and it goes on when it does', async () => {
  const tables = await openTables(2)
  const chief = await connected()
  const readOnly = async (on: boolean) => {
    await chief.query('SET default_transaction_read_only = off')
    await chief.query(
      `ALTER SYSTEM ${on ? 'SET default_transaction_read_only = on' : 'RESET default_transaction_read_only'}`,
    )
    await chief.query('SELECT pg_reload_conf()')
  }
  await readOnly(true)
  await expect.poll(() => tables[0]?.ready()).toBe(503)
  try {
    await refusesClearly(tables, 'no writing')
  } finally {
    await readOnly(false)
  }
  await chief.end()
  await goesOn(tables)
}, 180_000)

const disk = smallDisk(24)
afterAll(async () => {
  await postgres.stop()
  disk?.remove()
})

/** What lies on the disk is there until `rmSync`. */
function fill(file: string): void {
  for (const size of [1024 * 1024, 4096])
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
}

test.skipIf(disk === null)(
  '[M39] when the disk under PostgreSQL is full writers are told and shown nothing that it does not hold, and it goes on when there is room',
  async () => {
    const folder = disk?.folder ?? ''
    execFileSync('chown', ['postgres', folder])
    const chief = await connected()
    await chief.query(`CREATE TABLESPACE small LOCATION '${folder}'`)
    await chief.query('CREATE DATABASE on_small TABLESPACE small')
    await chief.end()
    const filler = join(folder, 'filler')
    const full = await startServer(undefined, undefined, undefined, {
      DATABASE_URL: database.replace(/[^/]*$/, 'on_small'),
    })
    try {
      const table = await openTable(full)
      fill(filler)
      // What fits in what is there is still kept.
      for (let number = 0; !table.told(); number++) {
        if (number > 500) throw new Error('nobody was told')
        table.put(`note-number-${number}`, `${number} `.repeat(60))
        await expect
          .poll(() => table.told() || table.shown().includes(`note-number-${number}`), {
            timeout: TOLD_MAX,
            interval: 5,
          })
          .toBe(true)
      }
      const shown = table.shown()
      console.log(`told when ${shown.length} notes were kept on a full disk`)
      rmSync(filler)
      await expect.poll(table.done, { timeout: BACK_MAX }).toBe('done')
      expect((await table.inDatabase()).toSorted()).toEqual(shown.toSorted())
      await table.again()
      table.put('note-after')
      await expect.poll(table.shown, { timeout: BACK_MAX }).toContain('note-after')
    } finally {
      rmSync(filler, { force: true })
      await full.remove()
    }
  },
  120_000,
)

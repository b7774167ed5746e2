import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Row } from './records/statements.ts'
import { newestStep } from './sqlite-migrations.ts'
import type { AuditEvent } from './store.ts'

/** What an installation keeps in its folder. Beside the database that is its seal; older exports can't be shown to be its own without. */
export const DATABASE = 'mozaiekbord.sqlite'
const besides = ['seal.json'] as const
const FORMAT = 'mozaiekbord-backup/1'
/** More than a database has. */
const ALL_PAGES = 2 ** 31 - 1
/** Files that SQLite has beside a database that is in use. */
const companions = ['-wal', '-shm'] as const

/** Something that keeps a backup from being made or used, in one sentence for who asked for it. */
export class BackupRefused extends Error {}

/** How an event of the audit trail is chained to the one before it. */
export type Chained = (former: string, event: AuditEvent) => string
/** `madeAt`: ms since 1970. `damaged`: updates that the disk had changed, in the backup as they are. */
export type BackupReport = {
  madeAt: number
  step: number
  sessions: number
  events: number
  damaged: number
  bytes: number
}

const aboutSchema = z.strictObject({ format: z.literal(FORMAT), madeAt: z.number(), step: z.number() })

/**
 * Copies all that the installation in `folder` keeps into one file, as it was at one moment; the server may be at work on it. Nobody waits
 * for that, but what is deleted meanwhile stays in the write-ahead log until it is done. Throws BackupRefused.
 */
export async function makeBackup(
  folder: string,
  to: string,
  chained: Chained,
  madeAt: number,
): Promise<BackupReport> {
  const source = join(folder, DATABASE)
  if (!existsSync(source)) throw new BackupRefused(`There is nothing to back up: ${source} is not there.`)
  if (existsSync(to)) throw new BackupRefused(`${to} is there already, and a backup is not written over.`)
  await mkdir(dirname(to), { recursive: true })
  return drafted(to, async draft => {
    const db = new DatabaseSync(source, { readOnly: true })
    try {
      // All pages in one step: after each step the copy would begin anew with whatever was written meanwhile.
      await backup(db, draft, { rate: ALL_PAGES })
    } finally {
      db.close()
    }
    await chmod(draft, 0o600)
    const files = await Promise.all(
      besides.map(async name => [name, await readIfThere(join(folder, name))] as const),
    )
    within(draft, copy => {
      // One file by itself, without a write-ahead log.
      copy.exec(
        'PRAGMA journal_mode = DELETE; CREATE TABLE backup (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT',
      )
      const keep = copy.prepare('INSERT INTO backup (name, content) VALUES (?, ?)')
      keep.run('about', Buffer.from(JSON.stringify({ format: FORMAT, madeAt, step: stepOf(copy) })))
      for (const [name, content] of files) if (content) keep.run(name, content)
    })
    return checked(draft, chained)
  })
}

/**
 * Puts what a backup holds in `folder`, after all of it was checked. What is there already is put aside when `overwrite` says so, and gives
 * where; no server may be using it. Throws BackupRefused, and has changed nothing then.
 */
export async function restoreBackup(
  from: string,
  folder: string,
  { chained, overwrite, at }: { chained: Chained; overwrite: boolean; at: number },
): Promise<BackupReport & { aside: string | null }> {
  if (!existsSync(from)) throw new BackupRefused(`${from} is not there.`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const there = namesIn(folder)
  if (there.length > 0 && !overwrite)
    throw new BackupRefused(
      `${folder} holds an installation already (${there.join(', ')}). Add --overwrite to put that aside.`,
    )
  const drafts = join(folder, `.restoring-${randomBytes(6).toString('hex')}`)
  await mkdir(drafts, { mode: 0o700 })
  try {
    const draft = join(drafts, DATABASE)
    await copyFile(from, draft)
    await chmod(draft, 0o600)
    const report = checked(draft, chained)
    for (const { name, content } of takenOut(draft))
      await writeFile(join(drafts, String(name)), content as Uint8Array, { mode: 0o600, flush: true })
    await flushed(draft)
    const aside = there.length > 0 ? await putAside(folder, there, at) : null
    // The database comes last: without it a folder is empty to who starts on it.
    for (const name of [...besides, DATABASE])
      if (existsSync(join(drafts, name))) await rename(join(drafts, name), join(folder, name))
    await flushed(folder)
    return { ...report, aside }
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

/** The files that a backup holds beside the database, which is without them afterwards. */
function takenOut(file: string): Row[] {
  return within(file, copy => {
    const rows = copy.prepare('SELECT name, content FROM backup').all() as Row[]
    copy.exec('DROP TABLE backup')
    return rows.filter(({ name }) => besides.some(each => each === name))
  })
}

/** Works on a draft beside `to`, which takes that name, durable, when `work` is done; else it is thrown away. */
async function drafted<T>(to: string, work: (draft: string) => Promise<T>): Promise<T> {
  const draft = join(dirname(to), `.${basename(to)}-${randomBytes(6).toString('hex')}`)
  try {
    const done = await work(draft)
    await flushed(draft)
    await rename(draft, to)
    await flushed(dirname(to))
    return done
  } finally {
    await rm(draft, { force: true })
    for (const ending of companions) await rm(draft + ending, { force: true })
  }
}

/** Throws BackupRefused with what is wrong with a backup. */
function checked(file: string, chained: Chained): BackupReport {
  const read = (db: DatabaseSync): BackupReport => {
    const { madeAt, step } = aboutOf(db)
    if (step > newestStep)
      throw new BackupRefused(
        `The backup was made by a newer version (step ${step}; this one knows ${newestStep}).`,
      )
    const [integrity] = db.prepare('PRAGMA integrity_check(1)').all() as Row[]
    if (integrity?.integrity_check !== 'ok') throw damagedBackup(String(integrity?.integrity_check))
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0) throw damagedBackup('rows are missing')
    const { size } = db
      .prepare('SELECT page_count * page_size AS size FROM pragma_page_count(), pragma_page_size()')
      .get() as Row
    return {
      madeAt,
      step,
      sessions: count(db, 'sessions'),
      events: wholeChains(db, chained),
      damaged: damagedUpdates(db),
      bytes: Number(size),
    }
  }
  try {
    return within(file, read)
  } catch (error) {
    throw error instanceof BackupRefused ? error : damagedBackup((error as Error).message)
  }
}

const damagedBackup = (how: string) =>
  new BackupRefused(`The backup is damaged: ${how.replaceAll('\n', ' ')}.`)

function aboutOf(db: DatabaseSync): z.infer<typeof aboutSchema> {
  try {
    const row = db.prepare("SELECT content FROM backup WHERE name = 'about'").get() as Row
    return aboutSchema.parse(JSON.parse(Buffer.from(row.content as Uint8Array).toString()))
  } catch {
    throw new BackupRefused('This is no backup of a Mozaïekbord, or a damaged one.')
  }
}

/** How many events there are, each of which follows on the one before it. */
function wholeChains(db: DatabaseSync, chained: Chained): number {
  const events = db.prepare('SELECT * FROM audit ORDER BY session, sequence').all() as Row[]
  let before: Row | null = null
  for (const row of events) {
    const former: Row | null = before?.session === row.session ? before : null
    const event = {
      at: row.at,
      actor: row.actor,
      type: row.type,
      detail: JSON.parse(String(row.detail)),
    } as AuditEvent
    const follows = row.sequence === Number(former?.sequence ?? 0) + 1
    if (!follows || chained(String(former?.hash ?? ''), event) !== row.hash)
      throw damagedBackup(`the audit trail of session ${row.session} breaks at event ${row.sequence}`)
    before = row
  }
  return events.length
}

function damagedUpdates(db: DatabaseSync): number {
  db.function('crc32', { deterministic: true }, content => crc32(content as Uint8Array))
  return Number((db.prepare('SELECT count(*) AS n FROM log WHERE crc32(content) <> crc').get() as Row).n)
}

const count = (db: DatabaseSync, table: 'sessions'): number =>
  Number((db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as Row).n)
const stepOf = (db: DatabaseSync): number =>
  Number((db.prepare('SELECT coalesce(max(number), 0) AS step FROM migrations').get() as Row).step)

function within<T>(file: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const namesIn = (folder: string): string[] =>
  [DATABASE, ...companions.map(ending => DATABASE + ending), ...besides].filter(name =>
    existsSync(join(folder, name)),
  )

/** Moves what is in the way into a folder of its own, and gives that. */
async function putAside(folder: string, names: readonly string[], at: number): Promise<string> {
  mustBeUnused(join(folder, DATABASE))
  const aside = join(folder, `before-restore-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`)
  await mkdir(aside, { mode: 0o700 })
  for (const name of names)
    if (existsSync(join(folder, name))) await rename(join(folder, name), join(aside, name))
  return aside
}

/** A database leaves its write-ahead log for who has it alone. One that can't be read at all is nobody's hindrance. */
export function mustBeUnused(file: string): void {
  if (!existsSync(file)) return
  try {
    within(file, db => db.exec('PRAGMA journal_mode = DELETE'))
  } catch (error) {
    const SQLITE_BUSY = 5
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY)
      throw new BackupRefused(`A server is running on ${file}. Stop it first.`)
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  return existsSync(file) ? readFile(file) : null
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

import { crc32 } from 'node:zlib'
import { deskOf, kindOf } from '#lib/documents/names.ts'
import {
  DocumentFrozen,
  type DocumentName,
  type Head,
  LogDiffers,
  Outdated,
  type Replaced,
  SERVER,
  type ServerUpdate,
  type StoredDocument,
  WIPED,
} from '../store.ts'
import type { Statements } from './statements.ts'
import { one, run, type Steps, waited } from './steps.ts'

/**
 * All of these run inside a transaction that the caller holds. What reads a log to act on it, or closes it, first holds the documents: an
 * update comes before that, or finds what was done.
 */

const LAST = '(SELECT max(seq) FROM log WHERE session = d.session AND document = d.document) AS last'
const HEAD = `SELECT frozen, life, ${LAST} FROM documents d WHERE session = ? AND document = ?`
const OPEN_DESK = `INSERT INTO documents (session, document)
  SELECT id, ? FROM sessions WHERE id = ? AND desks IS NOT NULL AND desk_rounds = ?`
export const ADD =
  'INSERT INTO log (session, document, seq, participant, content, crc) VALUES (?, ?, ?, ?, ?, ?)'
const OWN = `INSERT INTO clients (session, document, client, participant, place) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
const OWNER = 'SELECT participant FROM clients WHERE session = ? AND document = ? AND client = ?'

/** How a document stands that was never written in. */
export const begun: Head = { life: 0, frozen: null, last: 0 }

/** Throws DocumentFrozen when the document is closed, Outdated when it has another life than `life`. */
export function mustTake(
  { session, document }: DocumentName,
  head: Pick<Head, 'frozen' | 'life'>,
  life?: number,
): void {
  if (head.frozen !== null) throw new DocumentFrozen(`${document} of ${session} is fixed`)
  if (life !== undefined && life !== head.life) throw new Outdated(`${document} of ${session} began anew`)
}

/** Begins a document that somebody begins by writing in it. Throws Error when it is none of those, and what `openDesk` does. */
export function* begin(name: DocumentName): Steps<Head> {
  const head = (yield* openDesk(name)) ?? (yield* openPreparation(name))
  if (head === null) throw new Error(`no document ${name.document} of session ${name.session}`)
  return head
}

/** Gives an update its place in the log, and tells it. Throws as `mustTake` and `begin` do. */
function* place(name: DocumentName, update: Uint8Array, participant: string | null): Steps<number> {
  const head = (yield* headOf(name)) ?? (yield* begin(name))
  mustTake(name, head)
  const seq = head.last + 1
  yield* run(ADD, name.session, name.document, seq, participant, update, crc32(update))
  return seq
}

/** Begins a desk with its first update; null when it is no desk. Throws DocumentFrozen when desks of its round are not in use. */
function* openDesk({ session, document }: DocumentName): Steps<Head | null> {
  const desk = deskOf(document)
  if (desk === null) return null
  const opened = yield* run(OPEN_DESK, document, session, desk.round)
  if (opened !== 1) throw new DocumentFrozen(`desks of round ${desk.round} of ${session} are cleared`)
  return begun
}

/** Begins what a partner writes; null when it is no such document. */
function* openPreparation({ session, document }: DocumentName): Steps<Head | null> {
  if (kindOf(document) !== 'preparation') return null
  yield* run('INSERT INTO documents (session, document) VALUES (?, ?)', session, document)
  return begun
}

/** Has client ids belong to who brings them at this place. Throws Outdated when one is another's. */
export function* claim(
  { session, document }: DocumentName,
  clients: readonly number[],
  participant: string,
  at: number,
): Steps<void> {
  for (const client of clients) {
    if ((yield* run(OWN, session, document, client, participant, at)) === 1) continue
    if ((yield* one(OWNER, session, document, client))?.participant !== participant)
      throw new Outdated(`client ${client} of ${document} of ${session} is another's`)
  }
}

/** Null when there is no such document. */
export function* headOf({ session, document }: DocumentName): Steps<Head | null> {
  const row = yield* one(HEAD, session, document)
  return (
    row && {
      life: row.life as number,
      frozen: row.frozen as string | null,
      last: (row.last as number | null) ?? 0,
    }
  )
}

/** Lays the first update. Throws when the document holds something: two beginnings would show every word twice. */
export async function startDocument(sql: Statements, name: DocumentName, update: Uint8Array): Promise<void> {
  if ((await readDocument(sql, name)).last > 0)
    throw new Error(`${name.document} of ${name.session} was started`)
  await waited(sql, place(name, update, null))
}

/** Takes a row that the disk has changed out of the log, and keeps it for who may mend it. */
async function putAside(sql: Statements, { session, document }: DocumentName, seq: number): Promise<void> {
  const row = 'session = ? AND document = ? AND seq = ?'
  await sql.run(
    `INSERT INTO quarantine (session, document, seq, participant, content, crc, found_at)
       SELECT session, document, seq, participant, content, crc, CAST(? AS BIGINT) FROM log WHERE ${row}`,
    Date.now(),
    session,
    document,
    seq,
  )
  await sql.run(`DELETE FROM log WHERE ${row}`, session, document, seq)
}

type Reading = StoredDocument & { damagedAt: readonly number[] }

async function read(sql: Statements, name: DocumentName): Promise<Reading> {
  const { session, document } = name
  const head = await waited(sql, headOf(name))
  const log = await sql.all(
    'SELECT seq, content, crc FROM log WHERE session = ? AND document = ? ORDER BY seq',
    session,
    document,
  )
  const damaged = log.filter(row => crc32(row.content as Uint8Array) !== row.crc)
  const clients = await sql.all(
    'SELECT client, participant FROM clients WHERE session = ? AND document = ?',
    session,
    document,
  )
  return {
    updates: log.filter(row => !damaged.includes(row)).map(row => row.content as Uint8Array),
    damaged: damaged.length,
    damagedAt: damaged.map(row => row.seq as number),
    owners: new Map(clients.map(row => [row.client as number, row.participant as string])),
    ...(head ?? begun),
  }
}

/**
 * A document in its stored form; an empty one when nothing was written or nothing is known of it. What the disk has changed is left
 * where it is: who has the document open may have it whole.
 */
export async function readDocument(sql: Statements, name: DocumentName): Promise<StoredDocument> {
  await sql.holdDocuments(name.session)
  const { damagedAt, ...stored } = await read(sql, name)
  return stored
}

/** As `readDocument`, for who has it open from now on: what the disk has changed is kept aside. */
export async function loadDocument(sql: Statements, name: DocumentName): Promise<StoredDocument> {
  await sql.holdDocuments(name.session, name.document)
  const { damagedAt, ...stored } = await read(sql, name)
  for (const seq of damagedAt) await putAside(sql, name, seq)
  return stored
}

/** Closes a document under a snapshot's hash. Throws DocumentFrozen when it was closed before. */
export async function closeDocument(
  sql: Statements,
  { session, document }: DocumentName,
  hash: string,
): Promise<void> {
  await sql.holdDocuments(session)
  const changed = await sql.run(
    'UPDATE documents SET frozen = ? WHERE session = ? AND document = ? AND frozen IS NULL',
    hash,
    session,
    document,
  )
  if (changed !== 1) throw new DocumentFrozen(`${document} of ${session} is fixed or does not exist`)
}

/** Has a document that was closed take updates again. */
export async function reopenDocument(sql: Statements, { session, document }: DocumentName): Promise<void> {
  await sql.holdDocuments(session)
  await sql.run('UPDATE documents SET frozen = NULL WHERE session = ? AND document = ?', session, document)
}

/**
 * Puts `state` in the place of the log up to and with `last`. Nothing happens when those rows have gone already
 * (a compaction that came too late). Throws when `last` was never written: the state would hide updates still to come; and LogDiffers
 * when more rows lie there than the state was made of, or those of another life.
 */
export async function compactDocument(
  sql: Statements,
  name: DocumentName,
  state: Uint8Array,
  { life, last, updates }: Replaced,
): Promise<void> {
  const { session, document } = name
  await sql.holdDocuments(session, document)
  const head = (await waited(sql, headOf(name))) ?? begun
  if (life !== head.life) throw new LogDiffers(`${document} of ${session} began anew`)
  if (last > head.last) throw new Error(`${document} of ${session} has no update ${last}`)
  const gone = await sql.run(
    'DELETE FROM log WHERE session = ? AND document = ? AND seq <= ?',
    session,
    document,
    last,
  )
  if (gone > updates)
    throw new LogDiffers(`${document} of ${session} has ${gone} updates up to ${last}, not ${updates}`)
  if (gone > 0) await sql.run(ADD, session, document, last, null, state, crc32(state))
}

/** By the order of names ('0' follows on '/'), so that an index finds them, also in the log. */
const DESKS = "session = ? AND document >= 'desk/' AND document < 'desk0'"
const PREPARATIONS = "session = ? AND document >= 'preparation/' AND document < 'preparation0'"

export async function desksOf(sql: Statements, session: string): Promise<DocumentName['document'][]> {
  await sql.holdDocuments(session)
  const rows = await sql.all(`SELECT document FROM documents WHERE ${DESKS} ORDER BY document`, session)
  return rows.map(row => row.document as DocumentName['document'])
}

/** How many partners have written something before the first day: somebody of theirs has a Yjs client id there. */
export async function preparedIn(sql: Statements, session: string): Promise<number> {
  const text = `SELECT count(DISTINCT document) AS partners FROM clients
    WHERE ${PREPARATIONS} AND participant NOT IN (?, ?)`
  return ((await sql.one(text, session, SERVER, WIPED))?.partners as number | undefined) ?? 0
}

/** Takes away all that tells of a desk, also what the disk had damaged of it. */
export async function clearDesks(sql: Statements, session: string): Promise<void> {
  await sql.holdDocuments(session)
  for (const table of ['log', 'clients', 'quarantine', 'documents'])
    await sql.run(`DELETE FROM ${table} WHERE ${DESKS}`, session)
}

/** Appends an update that the server itself made. Throws Outdated when a client id of it is another's. */
export async function appendAsServer(
  sql: Statements,
  name: DocumentName,
  update: Uint8Array,
  clients: readonly number[],
): Promise<ServerUpdate> {
  await sql.holdDocuments(name.session)
  const at = await waited(sql, place(name, update, SERVER))
  await waited(sql, claim(name, clients, SERVER, at))
  return { document: name.document, update, clients, place: at }
}

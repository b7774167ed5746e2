import { crc32 } from 'node:zlib'
import type { DocumentKey } from '#lib/documents/names.ts'
import type { DocumentName, Glance, Head, Tail } from '../store.ts'
import { begun, headOf } from './documents.ts'
import type { Row, Statements } from './statements.ts'
import { waited } from './steps.ts'

/** What several nodes over one database ask of it, each inside a transaction that the caller holds. */

const LOG = 'SELECT seq, content, crc FROM log WHERE session = ? AND document = ? AND seq > ? ORDER BY seq'
const CLIENTS = 'SELECT client, participant FROM clients WHERE session = ? AND document = ? AND place > ?'
const HEADS = `SELECT document, frozen, life,
  (SELECT max(seq) FROM log WHERE session = d.session AND document = d.document) AS last
  FROM documents d WHERE session = ?`

/** The log behind a place. Throws when the disk has changed something of it: who reads the document anew keeps that aside. */
export async function readSince(sql: Statements, name: DocumentName, place: number): Promise<Tail> {
  const { session, document } = name
  // What is appended meanwhile must not stand half in it: a place without whose its client ids are.
  await sql.holdDocuments(session, document)
  const head = (await waited(sql, headOf(name))) ?? begun
  const rows = head.last > place ? await sql.all(LOG, session, document, place) : []
  if (rows.some(row => crc32(row.content as Uint8Array) !== row.crc))
    throw new Error(`the log of ${document} of ${session} was changed by the disk`)
  const clients = rows.length > 0 ? await sql.all(CLIENTS, session, document, place) : []
  return {
    ...head,
    updates: rows.map(row => ({ place: row.seq as number, update: row.content as Uint8Array })),
    owners: new Map(clients.map(row => [row.client as number, row.participant as string])),
  }
}

export async function glanceIn(sql: Statements, sessions: readonly string[]): Promise<Map<string, Glance>> {
  const found = new Map<string, Glance>()
  for (const session of sessions) {
    const row = await sql.one('SELECT epoch FROM sessions WHERE id = ?', session)
    if (row === null) continue
    const heads = await sql.all(HEADS, session)
    const documents = new Map(heads.map(each => [each.document as DocumentKey, headIn(each)]))
    found.set(session, { epoch: row.epoch as number, documents })
  }
  return found
}

export const headIn = (row: Row): Head => ({
  life: row.life as number,
  frozen: row.frozen as string | null,
  last: (row.last as number | null) ?? 0,
})

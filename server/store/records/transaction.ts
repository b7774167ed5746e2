import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Programme } from '#lib/domain/programme.ts'
import type { AuditEvent, AuditRecord, SessionRecord, SessionTransaction } from '../store.ts'
import { type Archives, archivesIn } from './archives.ts'
import { type Ballots, ballotsIn } from './ballots.ts'
import { type Checks, checksIn } from './checks.ts'
import { type Comments, commentsIn } from './comments.ts'
import { type Consents, consentsIn } from './consents.ts'
import {
  appendAsServer,
  clearDesks,
  closeDocument,
  desksOf,
  preparedIn,
  readDocument,
  reopenDocument,
  startDocument,
} from './documents.ts'
import { type Drafts, draftsIn } from './drafts.ts'
import { type Editions, editionsIn } from './editions.ts'
import { type HandedTexts, handedTextsIn } from './handed-texts.ts'
import { changeParticipant, insertParticipant, participantOf } from './people.ts'
import { type PrintedFiles, printedIn } from './printed.ts'
import { beginProgramme, type Programmes, programmesIn } from './programmes.ts'
import { type Signing, signingIn } from './signing.ts'
import type { Row, Statements } from './statements.ts'
import { wipeContent } from './wipe.ts'

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
const parsed = <T>(text: unknown): T => JSON.parse(text as string) as T
const parsedOrNull = <T>(text: unknown): T | null => (text === null ? null : parsed<T>(text))

function sessionOf(row: Row): SessionRecord {
  return {
    id: row.id as string,
    network: row.network as string,
    title: row.title as string,
    dates: parsed(row.dates),
    language: row.language as SessionRecord['language'],
    phase: row.phase as SessionRecord['phase'],
    desks: parsedOrNull(row.desks),
    deskRounds: row.desk_rounds as number,
    createdAt: row.created_at as number,
    expiresAt: row.expires_at as number,
    code: row.code as string,
    secretHash: row.secret_hash as string,
    lead: row.lead as string,
    watchCode: row.watch_code as string,
    definition: parsedOrNull(row.definition),
    board: parsedOrNull(row.board),
    statement: parsedOrNull(row.statement),
    reopened: parsedOrNull(row.reopened),
  }
}

function auditOf(row: Row): AuditRecord {
  return {
    sequence: row.sequence as number,
    at: row.at as number,
    actor: row.actor as string,
    type: row.type as string,
    detail: parsed(row.detail),
    hash: row.hash as string,
  }
}

/** Writes the row of a new session, its empty documents and its partners in their order. */
async function insertSession(
  sql: Statements,
  record: SessionRecord,
  partners: readonly Partner[],
): Promise<void> {
  await sql.run(
    `INSERT INTO sessions (id, network, title, dates, language, phase, created_at, expires_at, code, secret_hash,
       lead, watch_code, desks, desk_rounds, definition, board, statement, reopened)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.id,
    record.network,
    record.title,
    json(record.dates),
    record.language,
    record.phase,
    record.createdAt,
    record.expiresAt,
    record.code,
    record.secretHash,
    record.lead,
    record.watchCode,
    json(record.desks),
    record.deskRounds,
    json(record.definition),
    json(record.board),
    json(record.statement),
    json(record.reopened),
  )
  for (const document of ['board', 'statement'])
    await sql.run('INSERT INTO documents (session, document) VALUES (?, ?)', record.id, document)
  for (const [position, { id, name, kind }] of partners.entries())
    await sql.run(
      'INSERT INTO partners (session, id, position, name, kind) VALUES (?, ?, ?, ?, ?)',
      record.id,
      id,
      position,
      name,
      kind,
    )
}

/** Makes a session with who leads it. */
export async function createSession(
  sql: Statements,
  record: SessionRecord,
  partners: readonly Partner[],
  facilitator: Participant,
  programme?: Programme,
): Promise<void> {
  await insertSession(sql, record, partners)
  await insertParticipant(sql, record.id, facilitator)
  if (programme) await beginProgramme(sql, record.id, programme)
}

type Readings =
  | 'session'
  | 'epoch'
  | 'partners'
  | 'participants'
  | 'snapshot'
  | 'audit'
  | 'answered'
  | 'readDocument'
  | 'desks'
  | 'prepared'

function readings(sql: Statements, id: string): Pick<SessionTransaction, Readings> {
  return {
    async session() {
      const row = await sql.one('SELECT * FROM sessions WHERE id = ?', id)
      return row && sessionOf(row)
    },
    async epoch() {
      const row = await sql.one('SELECT epoch FROM sessions WHERE id = ?', id)
      return (row?.epoch as number | undefined) ?? 0
    },
    async partners() {
      const rows = await sql.all(
        'SELECT id, name, kind FROM partners WHERE session = ? ORDER BY position',
        id,
      )
      return rows.map(row => ({ ...row }) as Partner)
    },
    async participants() {
      return (await sql.all('SELECT * FROM participants WHERE session = ? ORDER BY rowid', id)).map(
        participantOf,
      )
    },
    async snapshot(hash) {
      const text = 'SELECT hash, canonical FROM snapshots WHERE session = ? AND hash = ?'
      const row = await sql.one(text, id, hash)
      return row && { hash: row.hash as string, canonical: row.canonical as string }
    },
    async audit() {
      return (await sql.all('SELECT * FROM audit WHERE session = ? ORDER BY sequence', id)).map(auditOf)
    },
    async answered(actor, key) {
      const text = 'SELECT answer FROM answers WHERE session = ? AND actor = ? AND key = ?'
      return ((await sql.one(text, id, actor, key))?.answer as string | undefined) ?? null
    },
    async readDocument(document) {
      return readDocument(sql, { session: id, document })
    },
    desks: async () => desksOf(sql, id),
    prepared: async () => preparedIn(sql, id),
  }
}

/** Each column in its own statement: the texts stay fixed, and one command changes one or two of them. */
async function changeSession(
  sql: Statements,
  id: string,
  change: Parameters<SessionTransaction['updateSession']>[0],
): Promise<void> {
  if ((await sql.one('SELECT 1 FROM sessions WHERE id = ?', id)) === null) throw new Error(`no session ${id}`)
  if (change.phase !== undefined)
    await sql.run('UPDATE sessions SET phase = ? WHERE id = ?', change.phase, id)
  if (change.desks !== undefined)
    await sql.run('UPDATE sessions SET desks = ? WHERE id = ?', json(change.desks), id)
  if (change.deskRounds !== undefined)
    await sql.run('UPDATE sessions SET desk_rounds = ? WHERE id = ?', change.deskRounds, id)
  if (change.definition !== undefined)
    await sql.run('UPDATE sessions SET definition = ? WHERE id = ?', json(change.definition), id)
  if (change.board !== undefined)
    await sql.run('UPDATE sessions SET board = ? WHERE id = ?', json(change.board), id)
  if (change.statement !== undefined)
    await sql.run('UPDATE sessions SET statement = ? WHERE id = ?', json(change.statement), id)
  if (change.reopened !== undefined)
    await sql.run('UPDATE sessions SET reopened = ? WHERE id = ?', json(change.reopened), id)
  if (change.secretHash !== undefined)
    await sql.run('UPDATE sessions SET secret_hash = ? WHERE id = ?', change.secretHash, id)
  if (change.lead !== undefined) await sql.run('UPDATE sessions SET lead = ? WHERE id = ?', change.lead, id)
}

async function extendAudit(
  sql: Statements,
  id: string,
  event: AuditEvent,
  hash: (former: string, event: AuditEvent) => string,
): Promise<void> {
  const former = await sql.one(
    'SELECT sequence, hash FROM audit WHERE session = ? ORDER BY sequence DESC LIMIT 1',
    id,
  )
  await sql.run(
    'INSERT INTO audit (session, sequence, at, actor, type, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    ((former?.sequence as number | undefined) ?? 0) + 1,
    event.at,
    event.actor,
    event.type,
    json(event.detail),
    hash((former?.hash as string | undefined) ?? '', event),
  )
}

type Elsewhere = 'createSession' | 'beside'
type Writings = Omit<
  SessionTransaction,
  | Readings
  | Elsewhere
  | keyof HandedTexts
  | keyof Archives
  | keyof Ballots
  | keyof Checks
  | keyof Comments
  | keyof Consents
  | keyof Drafts
  | keyof Editions
  | keyof PrintedFiles
  | keyof Programmes
  | keyof Signing
>

function writings(sql: Statements, id: string): Writings {
  return {
    async updateSession(change) {
      await changeSession(sql, id, change)
    },
    async addParticipant(participant) {
      await insertParticipant(sql, id, participant)
    },
    async updateParticipant(participant, change) {
      await changeParticipant(sql, id, participant, change)
    },
    async saveSnapshot({ hash, canonical }) {
      const text = 'INSERT INTO snapshots (session, hash, canonical) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
      await sql.run(text, id, hash, canonical)
    },
    async appendAudit(event, hash) {
      await extendAudit(sql, id, event, hash)
    },
    async remember(actor, key, answer) {
      const text =
        'INSERT INTO answers (session, actor, key, answer) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
      await sql.run(text, id, actor, key, answer)
    },
    async closeDocument(document, hash) {
      await closeDocument(sql, { session: id, document }, hash)
    },
    async reopenDocument(document) {
      await reopenDocument(sql, { session: id, document })
    },
    async startDocument(document, update) {
      await startDocument(sql, { session: id, document }, update)
    },
    async appendAsServer(document, update, clients) {
      return appendAsServer(sql, { session: id, document }, update, clients)
    },
    clearDesks: async () => clearDesks(sql, id),
    wipeContent: async () => wipeContent(sql, id),
  }
}

/** The same statements, of which the first that changes something begins the session's next epoch. */
function raising(sql: Statements, session: string): Statements {
  let raised = false
  return {
    ...sql,
    async run(text, ...values) {
      if (!raised) {
        raised = true
        await sql.run('UPDATE sessions SET epoch = epoch + 1 WHERE id = ?', session)
      }
      return sql.run(text, ...values)
    },
  }
}

/** One session's records through `plain`. The first audit event is hashed with '' as its former. */
export function sessionTransaction(plain: Statements, session: string): SessionTransaction {
  const sql = raising(plain, session)
  return {
    ...readings(sql, session),
    ...writings(sql, session),
    ...handedTextsIn(sql, session),
    ...ballotsIn(sql, session),
    ...checksIn(sql, session),
    ...commentsIn(sql, session),
    ...consentsIn(sql, session),
    ...draftsIn(sql, session),
    ...editionsIn(sql, session),
    ...programmesIn(sql, session),
    ...signingIn(sql, session),
    ...archivesIn(sql, session),
    ...printedIn(sql, session),
    async createSession(record, partners, facilitator, programme) {
      await createSession(plain, record, partners, facilitator, programme)
      return sessionTransaction(plain, record.id)
    },
    beside: other => sessionTransaction(plain, other),
  }
}

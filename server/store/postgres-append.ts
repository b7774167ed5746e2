import { crc32 } from 'node:zlib'
import { deskOf, kindOf } from '#lib/documents/names.ts'
import type { Query } from './postgres-statements.ts'
import { mustTake } from './records/documents.ts'
import { DocumentFrozen, type DocumentName, type LogEntry, Outdated } from './store.ts'

/**
 * Sessions are held before documents, and both in the order of their names, here and in every transaction: two who want the same never wait for
 * each other. A command holds its session FOR UPDATE, so that an update comes before it or after it, on whatever node it was made.
 */
const SESSIONS =
  'SELECT id, epoch, desks IS NOT NULL AS in_use, desk_rounds FROM sessions WHERE id = ANY($1::text[]) ORDER BY id FOR SHARE'
const NAMES = 'unnest($1::text[], $2::text[]) AS names (session, document)'
const HOLD = `SELECT session, document, frozen, life FROM documents JOIN ${NAMES} USING (session, document)
  ORDER BY session, document FOR UPDATE OF documents`
const OPEN = `INSERT INTO documents (session, document) SELECT session, document FROM ${NAMES}
  ORDER BY session, document ON CONFLICT DO NOTHING`
// After they are held, and not with it: that would read the log as it was before others let go of it.
const LASTS = `SELECT session, document, coalesce((SELECT max(seq) FROM log
  WHERE log.session = names.session AND log.document = names.document), 0) AS last FROM ${NAMES}`
const ADD = `INSERT INTO log (session, document, seq, participant, content, crc)
  SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bytea[], $6::bigint[])`
const OWN = `INSERT INTO clients (session, document, client, participant, place)
  SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[]) ON CONFLICT DO NOTHING`
const OTHERS = `SELECT wanted.client FROM clients
  JOIN unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS wanted (session, document, client, participant)
  USING (session, document, client) WHERE clients.participant <> wanted.participant LIMIT 1`

type Head = DocumentName & { frozen: string | null; life: number; last: number }
type Session = { epoch: number; inUse: boolean; round: number }

const keyOf = ({ session, document }: DocumentName): string => `${session} ${document}`
const columnsOf = (names: readonly DocumentName[]) => [
  names.map(({ session }) => session),
  names.map(({ document }) => document),
]
const told = ({ session, document }: DocumentName): string => `${document} of ${session}`

/**
 * Appends all in a few statements, whatever their number, and gives their places: one row of values each. Throws Outdated, and keeps none,
 * when one was judged by what holds no more, or brings a client id that is another's.
 */
export async function appendAtOnce(query: Query, entries: readonly LogEntry[]): Promise<number[]> {
  if (entries.length === 0) return []
  const sessions = await heldSessions(query, entries)
  mustStand(entries, sessions)
  const names = [...new Map(entries.map(entry => [keyOf(entry), entry])).values()]
  const heads = await heldHeads(query, names, sessions)
  const places = entries.map(entry => {
    const head = heads.get(keyOf(entry)) as Head
    mustTake(entry, head, entry.basis?.life)
    head.last += 1
    return head.last
  })
  await query(ADD, [
    ...columnsOf(entries),
    places,
    entries.map(({ participant }) => participant),
    entries.map(({ update }) => Buffer.from(update.buffer, update.byteOffset, update.byteLength)),
    entries.map(({ update }) => crc32(update)),
  ])
  await claim(query, entries, places)
  return places
}

async function heldSessions(query: Query, names: readonly DocumentName[]): Promise<Map<string, Session>> {
  const { rows } = await query(SESSIONS, [[...new Set(names.map(({ session }) => session))]])
  return new Map(
    rows.map(row => [
      row.id as string,
      { epoch: row.epoch as number, inUse: row.in_use === true, round: row.desk_rounds as number },
    ]),
  )
}

function mustStand(entries: readonly LogEntry[], sessions: ReadonlyMap<string, Session>): void {
  for (const { session, basis } of entries) {
    const now = sessions.get(session)
    if (basis && now && basis.epoch !== now.epoch) throw new Outdated(`${session} was changed meanwhile`)
  }
}

/** Has client ids belong to who brings them. */
async function claim(query: Query, entries: readonly LogEntry[], places: readonly number[]): Promise<void> {
  const owned = entries.flatMap((entry, index) =>
    entry.clients.map(client => ({ ...entry, client, place: places[index] })),
  )
  if (owned.length === 0) return
  const claims = [
    ...columnsOf(owned),
    owned.map(({ client }) => client),
    owned.map(({ participant }) => participant),
  ]
  const { rowCount } = await query(OWN, [...claims, owned.map(({ place }) => place)])
  if (rowCount === owned.length) return
  const other = (await query(OTHERS, claims)).rows[0]
  if (other) throw new Outdated(`client ${other.client} is another's`)
}

/** Every document's head, which nobody else changes until the end of the transaction; desks and preparations are begun. */
async function heldHeads(
  query: Query,
  names: readonly DocumentName[],
  sessions: ReadonlyMap<string, Session>,
): Promise<Map<string, Head>> {
  const heads = new Map((await held(query, names)).map(head => [keyOf(head), head]))
  const absent = names.filter(name => !heads.has(keyOf(name)))
  if (absent.length > 0) {
    for (const name of absent) mustBegin(name, sessions.get(name.session))
    await query(OPEN, columnsOf(absent))
    for (const head of await held(query, absent)) heads.set(keyOf(head), head)
  }
  for (const row of (await query(LASTS, columnsOf(names))).rows) {
    const head = heads.get(keyOf(row as DocumentName))
    if (head) head.last = row.last as number
  }
  return heads
}

async function held(query: Query, names: readonly DocumentName[]): Promise<Head[]> {
  const { rows } = await query(HOLD, columnsOf(names))
  return rows.map(row => ({
    ...(row as DocumentName),
    frozen: row.frozen as string | null,
    life: row.life as number,
    last: 0,
  }))
}

/** Throws DocumentFrozen for a desk of a round that is not in use, and Error for what nobody begins by writing in it. */
function mustBegin(name: DocumentName, session: Session | undefined): void {
  const desk = deskOf(name.document)
  if (desk === null && (kindOf(name.document) !== 'preparation' || !session))
    throw new Error(`no document ${told(name)}`)
  if (desk !== null && !(session?.inUse && session.round === desk.round))
    throw new DocumentFrozen(`desks of round ${desk.round} of ${name.session} are cleared`)
}

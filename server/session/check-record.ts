import { canonicalJson, type Json, sha256Hex } from '#lib/domain/canonical.ts'
import {
  placeOf,
  type Signature,
  signatureHash,
  signatureSchema,
  verifySignature,
} from '#lib/domain/signature.ts'
import { placesTold } from '#lib/domain/signing-place.ts'
import { about, followsOn } from '#lib/domain/standing.ts'
import { type Statement, statementSchema } from '#lib/domain/statement.ts'
import type { RawRecord } from '#server/store/records/raw-record.ts'
import type { AuditEvent } from '#server/store/store.ts'
import { auditHash } from './audit.ts'

/** One thing that is not as it was kept, in a sentence; `events`, `snapshots` and `signatures` say how many of each were looked at. */
export type Checked = { broken: string[]; events: number; snapshots: number; signatures: number }

/**
 * Holds a session's record to itself: the chain of its audit trail from the first event to the last, each snapshot to the hash that names
 * it, each signature to its key and the statement, and all of them to what the trail tells of them. What was cut off from the end of all
 * of these together does not show in a record alone: it does in a PDF or JSON that left earlier.
 */
export async function checkRecord(record: RawRecord, subtle: SubtleCrypto): Promise<Checked> {
  const events = readTrail(record)
  const signed = readSignatures(record)
  const broken = [
    ...events.broken,
    ...brokenSnapshots(record),
    ...(record.archive === null
      ? [
          ...brokenFreezes(record, events.read),
          ...brokenPlaces(record, events.read),
          ...brokenDeeds(signed.read, events.read),
        ]
      : brokenArchive(record, record.archive, signed.read, events.read)),
    ...signed.broken,
    ...(await brokenSignatures(record, signed.read, { subtle, fixed: fixedIn(record, events.read) })),
    ...(await brokenEdition(record, subtle)),
    ...(record.erasing ? ['An erasure stands open, by which what was fixed can be taken away.'] : []),
  ]
  const { audit, snapshots, signatures } = record
  return {
    broken,
    events: audit.length,
    snapshots: snapshots.length,
    signatures: signatures.length,
  }
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

const momentOf = (at: number): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'an unknown moment' : date.toISOString()
}

/** The events of the trail up to where its chain breaks: what follows is worth nothing. */
function readTrail({ audit }: RawRecord): { read: AuditEvent[]; broken: string[] } {
  const read: AuditEvent[] = []
  let former = ''
  for (const [index, { sequence, hash, at, actor, type, detail }] of audit.entries()) {
    const number = index + 1
    if (sequence !== number)
      return { read, broken: [`The audit trail breaks at event ${number}: it was taken out.`] }
    const event = { at, actor, type, detail: parsed<AuditEvent['detail']>(detail) ?? { unreadable: true } }
    if (auditHash(former, event) !== hash) {
      const told = `"${type}" of ${momentOf(at)}`
      return {
        read,
        broken: [`The audit trail breaks at event ${number} (${told}): it is not what was chained.`],
      }
    }
    read.push(event)
    former = hash
  }
  return { read, broken: [] }
}

function brokenSnapshots({ snapshots }: RawRecord): string[] {
  return snapshots
    .filter(({ hash, canonical }) => sha256Hex(canonical) !== hash)
    .map(({ hash }) => `Snapshot ${hash} is not what was fixed under that hash.`)
}

const freezes = { freezeBoard: 'board', freezeStatement: 'statement' } as const

/** What the trail says was fixed, since anything was wiped last, must be there and be what the session goes by. */
function brokenFreezes(record: RawRecord, events: readonly AuditEvent[]): string[] {
  const since = events.findLastIndex(({ type }) => type === 'wipeContent') + 1
  const known = new Set(record.snapshots.map(({ hash }) => hash))
  return Object.entries(freezes).flatMap(([type, what]) => {
    const told = events
      .slice(since)
      .filter(event => event.type === type)
      .map(({ detail }) => String(detail.id))
    const kept = record[what] === null ? null : (parsed<{ hash: string }>(record[what])?.hash ?? 'unreadable')
    const missing = told
      .filter(hash => !known.has(hash))
      .map(hash => `The ${what} that was fixed as ${hash} is gone.`)
    if (kept !== null && told.at(-1) !== kept)
      return [...missing, `The session goes by a ${what} (${kept}) that the audit trail does not tell of.`]
    if (kept === null && told.length > 0 && !isReopened(type, events))
      return [...missing, `The session no longer goes by the ${what} that was fixed as ${told.at(-1)}.`]
    return missing
  })
}

/** Every version of the statement that was ever fixed, by its hash; of a session that was brought back, the one that it has. */
const fixedIn = ({ archive, statement }: RawRecord, events: readonly AuditEvent[]): string[] =>
  archive === null
    ? events.filter(({ type }) => type === 'freezeStatement').map(({ detail }) => String(detail.id))
    : [(statement && parsed<{ hash: string }>(statement)?.hash) || 'unreadable']

/** In which session the text was signed: of one that was brought back, in that which its file tells of. */
const signedIn = ({ archive, session }: RawRecord): string | undefined =>
  archive === null ? session : parsed<{ statement?: { session?: string } }>(archive)?.statement?.session

/** Whether the latest that was done to the statement was to open it again. */
function isReopened(freeze: string, events: readonly AuditEvent[]): boolean {
  const latest = events.findLast(({ type }) => type === 'freezeStatement' || type === 'reopenStatement')
  return freeze === 'freezeStatement' && latest?.type === 'reopenStatement'
}

/** What was brought back from a file must be what that file holds, and the file the one that the trail tells of. */
function brokenArchive(
  record: RawRecord,
  file: string,
  signatures: readonly Signature[],
  events: readonly AuditEvent[],
): string[] {
  const told = events.find(({ type }) => type === 'bringBack')?.detail
  if (told?.file !== sha256Hex(file))
    return ['The file that it was brought back from is not the one that came.']
  const dossier = parsed<{ statementHash: string; boardHash: string; signatures: Json }>(file)
  const broken: string[] = []
  for (const what of ['board', 'statement'] as const) {
    const kept = record[what] && parsed<{ hash: string }>(record[what])?.hash
    const known = record.snapshots.some(({ hash }) => hash === kept)
    if (kept !== dossier?.[`${what}Hash`] || !known)
      broken.push(`The ${what} is not that of the file it was brought back from.`)
  }
  if (canonicalJson(signatures as unknown as Json) !== canonicalJson(dossier?.signatures ?? null))
    broken.push('The signatures are not those of the file it was brought back from.')
  return broken
}

function readSignatures({ signatures }: RawRecord): { read: Signature[]; broken: string[] } {
  const read: Signature[] = []
  const broken: string[] = []
  for (const [index, { sequence, partner, body }] of signatures.entries()) {
    if (sequence !== index + 1) broken.push(`Signature ${index + 1} was taken out.`)
    const signature = signatureSchema.safeParse(parsed(body))
    if (!signature.success) broken.push(`Signature ${sequence} can't be read.`)
    else if (signature.data.declaration.partner !== partner)
      broken.push(`Signature ${sequence} is kept for another partner than it was given for.`)
    else read.push(signature.data)
  }
  return { read, broken }
}

async function brokenSignatures(
  record: RawRecord,
  signatures: readonly Signature[],
  { subtle, fixed }: { subtle: SubtleCrypto; fixed: readonly string[] },
): Promise<string[]> {
  const broken: string[] = []
  const whose = signedIn(record)
  for (const signature of signatures) {
    const { name, decision, statement, session } = signature.declaration
    const told = `The signature of ${name} ("${decision}")`
    if (!(await verifySignature(signature, subtle)))
      broken.push(`${told} does not belong to what it says, or to its key.`)
    if (!fixed.includes(statement) || session !== whose) broken.push(`${told} is about another statement.`)
  }
  for (const place of new Set(signatures.map(({ declaration }) => placeOf(declaration))))
    if (!fixed.every(hash => followsOn(place, about(hash, signatures))))
      broken.push(`The signatures at place ${place} do not follow on each other.`)
  return broken
}

/** Where people sign is what the trail tells: else a partner could seem to have signed when one of its signatories was taken out. */
function brokenPlaces({ partners, places }: RawRecord, events: readonly AuditEvent[]): string[] {
  if (!events.some(({ type }) => type === 'freezeStatement')) return []
  const told = placesTold(
    partners.map(id => ({ id })),
    events,
  )
  const kept = new Set(places.map(({ id }) => id))
  return [
    ...[...told].filter(id => !kept.has(id)).map(id => `The place to sign ${id} is gone.`),
    ...[...kept]
      .filter(id => !told.has(id))
      .map(id => `The audit trail does not tell of the place to sign ${id}.`),
  ]
}

/** Each signature has its event, and each event its signature. */
function brokenDeeds(signatures: readonly Signature[], events: readonly AuditEvent[]): string[] {
  const waiting = events.filter(({ type }) => type === 'sign').map(({ detail }) => detail)
  const broken: string[] = []
  for (const signature of signatures) {
    const { name, partner, decision, statement } = signature.declaration
    const hash = signatureHash(signature)
    const found = waiting.findIndex(
      detail =>
        detail.partner === partner &&
        detail.decision === decision &&
        detail.statement === statement &&
        // Trails of before do not name the signature itself.
        (detail.signature === undefined || detail.signature === hash),
    )
    if (found < 0) broken.push(`The audit trail does not tell of the signature of ${name} ("${decision}").`)
    else waiting.splice(found, 1)
  }
  for (const { partner, decision } of waiting)
    broken.push(`A signature that the audit trail tells of ("${decision}" for partner ${partner}) is gone.`)
  return broken
}

async function brokenEdition({ edition }: RawRecord, subtle: SubtleCrypto): Promise<string[]> {
  if (!edition) return []
  const content = parsed<Statement>(edition.canonical)
  if (sha256Hex(edition.canonical) !== edition.hash || !statementSchema.safeParse(content).success)
    return ['The statement of the former edition is not what was signed.']
  const signatures = signatureSchema.array().safeParse(parsed(edition.signatures))
  if (!signatures.success) return ['The signatures of the former edition can’t be read.']
  const broken: string[] = []
  for (const signature of signatures.data) {
    const holds =
      signature.declaration.statement === edition.hash && (await verifySignature(signature, subtle))
    if (!holds)
      broken.push(`The signature of ${signature.declaration.name} under the former edition does not hold.`)
  }
  return broken
}

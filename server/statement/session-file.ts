import { createHash } from 'node:crypto'
import { boardUpdate } from '#lib/documents/board-writer.ts'
import { statementUpdate } from '#lib/documents/statement.ts'
import type { Archive } from '#lib/domain/archive.ts'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import { contentOf } from '#lib/domain/snapshot.ts'
import type { Statement } from '#lib/domain/statement.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import {
  currentOf,
  type Dossier,
  isOfOneSession,
  type SealedDossier,
  sealedDossierSchema,
} from './dossier.ts'
import { verifyFile } from './verify.ts'

/** What was fixed, as the store keeps it: its canonical form, and the first update of a document that holds the same. */
export type Fixed = { hash: string; frozenAt: number; canonical: string; update: Uint8Array }

/** A session as its file holds it, ready to be kept. All that grows with the board is a string or bytes, so that nobody waits for its reading. */
export type FiledSession = {
  /** SHA-256 of the file. */
  file: string
  by: Pick<Archive, 'sealedBy' | 'ours'>
  about: Pick<Statement, 'network' | 'title' | 'dates' | 'language' | 'partners' | 'definition' | 'version'>
  board: Fixed
  statement: Fixed
} & Pick<Dossier, 'people' | 'outcomes' | 'signatories' | 'signatures' | 'session'>

/** The session of a file; or why it can't be brought back. */
export type SessionFile = Result<FiledSession, 'no-dossier' | 'file-changed' | 'no-session'>

/**
 * Whether a file is whole and could have come from a session, whoever sealed it: all that is asked of it before it is brought back. Then
 * gives that session. Slow, as the board is large.
 */
export async function readSessionFile(file: Buffer, own: readonly Buffer[]): Promise<SessionFile> {
  const { kind, verdict, checks } = await verifyFile(file, { own, given: null })
  if (kind !== 'json' || verdict === 'unreadable') return refused('no-dossier')
  const broken = checks.some(({ id, passed }) => !passed && id !== 'installation')
  if (broken || verdict === 'changed') return refused('file-changed')
  const sealed = sealedDossierSchema.parse(JSON.parse(file.toString('utf8')))
  if (!isOfOneSession(currentOf(sealed))) return refused('no-session')
  return ok(filed(file, sealed, verdict === 'intact'))
}

function filed(file: Buffer, sealed: SealedDossier, ours: boolean): FiledSession {
  const { people, outcomes, signatories, signatures, session, ...fixed } = currentOf(sealed)
  const { network, title, dates, language, partners, definition, version } = fixed.statement
  const kept = (hash: string, content: { frozenAt: number }, update: Uint8Array): Fixed => ({
    ...{ hash, frozenAt: content.frozenAt, update },
    canonical: canonicalJson(content as unknown as Json),
  })
  return {
    file: sha256(file),
    by: { sealedBy: sha256(Buffer.from(sealed.seal.certificate, 'hex')), ours },
    about: { network, title, dates, language, partners, definition, version },
    board: kept(fixed.boardHash, fixed.board, boardUpdate(contentOf(fixed.board))),
    statement: kept(fixed.statementHash, fixed.statement, statementUpdate(fixed.statement.body)),
    ...{ people, outcomes, signatories, signatures, session },
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

import { sha256Hex } from './canonical.ts'
import type { Phase } from './phase.ts'
import type { Signature } from './signature.ts'
import { type Statement, statementSchema } from './statement.ts'

/**
 * What a new edition keeps of the one before it, so that it stays when that one goes: the fixed statement's canonical form (RFC 8785)
 * under its hash, and what the partners declared until then. `session` is the former session, `number` which edition it was, from 1.
 */
export type FormerEdition = {
  session: string
  number: number
  hash: string
  canonical: string
  signatures: Signature[]
}

type Settled = { statement: object | null; phase: Phase; unanswered: number }

/**
 * Why a new edition can't begin yet; null when it can: the statement is fixed, and nobody is still expected to sign it, since everybody
 * answered or the session was closed.
 */
export function editionRefusal({
  statement,
  phase,
  unanswered,
}: Settled): 'not-frozen' | 'phase-forbids' | null {
  if (!statement) return 'not-frozen'
  return phase === 'closed' || unanswered === 0 ? null : 'phase-forbids'
}

/** The statement of a former edition; null when its text is no longer the one that was signed. */
export function formerStatement({
  hash,
  canonical,
}: Pick<FormerEdition, 'hash' | 'canonical'>): Statement | null {
  if (sha256Hex(canonical) !== hash) return null
  return statementSchema.parse(JSON.parse(canonical))
}

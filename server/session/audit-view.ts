import type { AuditAnswer } from '#lib/protocol/requests.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { Refused } from './context.ts'
import { present } from './present.ts'

/**
 * The audit trail for who leads: each event with who did it, when and what hash it has, and where its chain breaks, if it does. Throws
 * Refused for everybody else.
 */
export async function readAudit(tx: SessionTransaction, participant: string): Promise<AuditAnswer> {
  const { session, actor } = await present(tx, participant)
  if (actor.role !== 'facilitator') throw new Refused('role-forbids')
  const records = await tx.audit()
  let former = ''
  let brokenAt: number | null = null
  for (const [index, { sequence, hash, ...event }] of records.entries()) {
    const fits = sequence === index + 1 && auditHash(former, event) === hash
    if (!fits) {
      brokenAt = index + 1
      break
    }
    former = hash
  }
  return { session: session.id, events: records, brokenAt }
}

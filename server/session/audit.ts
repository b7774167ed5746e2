import { chainHash } from '#lib/domain/trail.ts'
import type { AuditEvent } from '#server/store/store.ts'

/** The hash that chains an event to the one before it, as `lib/domain/trail.ts` checks it. */
export const auditHash = (former: string, event: AuditEvent): string => chainHash(former, event)

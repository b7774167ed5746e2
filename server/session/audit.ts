import { canonicalJson, sha256Hex } from '#lib/domain/canonical.ts'
import type { AuditEvent } from '#server/store/store.ts'

/** The hash that chains an event to the one before it ('' for the first): whoever changes one breaks all that follow. */
export function auditHash(former: string, event: AuditEvent): string {
  return sha256Hex(`${former}\n${canonicalJson(event)}`)
}

import type { Snapshot } from '#lib/domain/snapshot.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { Refused } from './context.ts'
import { present } from './present.ts'

/**
 * What this session keeps under a hash (its frozen board and statement, versions of the draft, the texts that partners answered to): for everybody in it. Throws
 * Refused `not-found`.
 */
export async function readSnapshot(
  tx: SessionTransaction,
  participant: string,
  hash: string,
): Promise<Snapshot> {
  await present(tx, participant)
  const snapshot = await tx.snapshot(hash)
  if (!snapshot) throw new Refused('not-found')
  return snapshot
}

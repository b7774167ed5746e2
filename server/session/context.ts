import type { Ballot } from '#lib/domain/ballot.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { DocumentName, SessionRecord, SessionTransaction } from '#server/store/store.ts'

/** Undoes the transaction that it is thrown in and becomes the refusal with its code. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** What the rules need of the documents, given by the composition root: the rules themselves know no Yjs. */
export type Documents = {
  /** Stops writing, runs `work`, and fixes the document under the hash that it gives. */
  freeze(name: DocumentName, work: () => Promise<string>): Promise<string>
  /** What stands on the board by its log, without what lies in the bin. */
  readBoard(updates: readonly Uint8Array[]): BoardContent
  readStatement(updates: readonly Uint8Array[]): Block[]
  draft(blocks: readonly Block[]): Uint8Array
}

/** What a command works with: one transaction, who acts, when (ms), and the documents. */
export type Context = {
  tx: SessionTransaction
  session: SessionRecord
  actor: Participant
  at: number
  documents: Documents
}

export const actorOf = ({ id, role, partner, mayOrder }: Participant): Actor => ({
  id,
  role,
  partner,
  mayOrder,
})

/** Refuses everybody but the facilitator. */
export function mustLead({ actor, session }: Context): void {
  const refusal = can(actorOf(actor), { type: 'lead' }, session.phase)
  if (refusal) throw new Refused(refusal)
}

export async function ballotOf({ tx }: Context, id: string): Promise<Ballot> {
  const ballot = (await tx.ballots()).find(each => each.id === id)
  if (!ballot) throw new Refused('unknown-ballot')
  return ballot
}

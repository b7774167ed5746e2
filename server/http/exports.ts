import { canonicalJson } from '#lib/domain/canonical.ts'
import { boardSnapshotSchema } from '#lib/domain/snapshot.ts'
import { statementSchema } from '#lib/domain/statement.ts'
import { Refused } from '#server/session/context.ts'
import type { SessionTransaction } from '#server/store/store.ts'

/**
 * The frozen statement with all that proves it, in canonical JSON (RFC 8785): its text and hash, the board that it comes
 * from, every signature. For everybody in the session; throws Refused `not-frozen` before the freeze.
 */
export async function exportJson(tx: SessionTransaction, participant: string): Promise<string> {
  const record = await tx.session()
  if (!record) throw new Refused('unknown-session')
  const person = (await tx.participants()).find(each => each.id === participant)
  if (!person) throw new Refused('no-identity')
  if (person.removed) throw new Refused('removed')
  const statement = record.statement && (await tx.snapshot(record.statement.hash))
  const board = record.board && (await tx.snapshot(record.board.hash))
  if (!statement || !board) throw new Refused('not-frozen')
  return canonicalJson({
    format: 'mozaiekbord-dossier/1',
    statement: statementSchema.parse(JSON.parse(statement.canonical)),
    statementHash: statement.hash,
    board: boardSnapshotSchema.parse(JSON.parse(board.canonical)),
    boardHash: board.hash,
    signatures: (await tx.signatories()).flatMap(each => each.signature ?? []),
  })
}

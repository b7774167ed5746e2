import type { StatementSection } from '#lib/content/schema.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { isOnBoard, isVoting } from '#lib/domain/phase.ts'
import type { Language } from '#lib/domain/session.ts'
import { type BoardSnapshot, snapshotOf } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'
import { addDraft } from './drafts.ts'

export type Compose = (
  board: BoardSnapshot,
  definition: { ballot: string; text: string },
  sections: readonly StatementSection[],
  language: Language,
  partners: readonly Partner[],
) => Block[]

/**
 * Fixes the board under its hash, lays the statement's draft and moves to `statement`, all in the transaction it is given. A
 * second freeze finds the first one's hash.
 */
export async function freezeBoard(
  context: Context,
  compose: Compose,
  sections: readonly StatementSection[],
): Promise<string> {
  mustLead(context)
  const { tx, session, documents, at } = context
  if (session.board) return session.board.hash
  // Once the definition is chosen people may write on, for instance what they will do first: it is in the snapshot.
  if (!isOnBoard(session.phase) || !session.definition) throw new Refused('wrong-step')
  if (session.desks) throw new Refused('desks-in-use')
  if (isVoting(await tx.ballots())) throw new Refused('ballot-still-open')
  const { updates } = await readLog(context, 'board')
  const board: BoardSnapshot = {
    format: 'mozaiekbord-board/4',
    previous: (await tx.editions()).former?.hash ?? null,
    session: session.id,
    frozenAt: at,
    ...documents.readBoard(updates),
  }
  const snapshot = snapshotOf(board)
  await tx.saveSnapshot(snapshot)
  await tx.closeDocument('board', snapshot.hash)
  const blocks = compose(board, session.definition, sections, session.language, await tx.partners())
  await tx.startDocument('statement', documents.draft(blocks))
  await addDraft(context, { name: '', cause: 'composed', body: blocks })
  await tx.updateSession({ phase: 'statement', board: { hash: snapshot.hash, frozenAt: at } })
  return snapshot.hash
}

import type { Archive } from '#lib/domain/archive.ts'
import { canonicalJson, type Json, sha256Hex } from '#lib/domain/canonical.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { emptyRoom } from '#lib/domain/room-state.ts'
import { contentOf } from '#lib/domain/snapshot.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import type { Documents } from './context.ts'
import { newId, newSecret, secretHash, tokenOf } from './identity.ts'
import { type JoiningPorts, mustHaveRoom } from './joining.ts'
import { newRecord } from './new-session.ts'

type Ports = JoiningPorts & { documents: Pick<Documents, 'draft' | 'board'> }
/** A file that was found whole: its text as it came, what it says, and who sealed it. */
export type Found = { file: string; dossier: Dossier } & Pick<Archive, 'sealedBy' | 'ours'>

/** Who brings a session back looks on, as does everybody who comes after: nobody leads it. */
const reader = (name: string): Participant => ({
  ...{ id: newId(), name, partner: null, role: 'observer' },
  ...{ mayOrder: false, removed: false, waiting: false },
})

/**
 * Makes the session of a dossier again, to be read: its board, text, people, outcomes and signatures under the same ids, hashes and
 * moments, closed for every word. It is a session of its own beside the one that it was. Throws Refused `installation-full` when no more are
 * kept here.
 */
export async function bringBack(ports: Ports, found: Found): Promise<BringBackAnswer> {
  await mustHaveRoom(ports)
  const { dossier } = found
  const { network, title, dates, language } = dossier.statement
  const me = reader(language === 'nl' ? 'Lezer' : 'Reader')
  const at = ports.now()
  // Nobody has its facilitator's link: the secret is forgotten here.
  const beginning = { secretHash: secretHash(newSecret()), lead: me.id, at }
  const record = newRecord({ network, title, dates, language }, beginning)
  await ports.store.transaction(record.id, async tx => {
    await tx.createSession(record, dossier.statement.partners, me)
    await fill(tx, found, { me: me.id, at, documents: ports.documents })
  })
  return {
    session: record.id,
    participant: me.id,
    token: tokenOf(ports.key, record.id, me.id),
    joinLink: `${ports.publicUrl ?? ''}/join?code=${record.code}`,
  }
}

type By = { me: string; at: number; documents: Ports['documents'] }

async function fill(tx: SessionTransaction, { file, dossier, sealedBy, ours }: Found, by: By): Promise<void> {
  const { statement, statementHash, board, boardHash } = dossier
  const partners = new Set(statement.partners.map(({ id }) => id))
  for (const { id, name, partner } of dossier.people) {
    const known = partner !== null && partners.has(partner) ? partner : null
    if (id !== by.me) await tx.addParticipant({ ...reader(name), id, partner: known })
  }
  for (const { ballot } of dossier.outcomes) await tx.saveBallot(ballot)
  await tx.saveSnapshot({ hash: boardHash, canonical: canonicalJson(board as unknown as Json) })
  await tx.saveSnapshot({ hash: statementHash, canonical: canonicalJson(statement as unknown as Json) })
  await tx.startDocument('board', by.documents.board(contentOf(board)))
  await tx.closeDocument('board', boardHash)
  await tx.startDocument('statement', by.documents.draft(statement.body))
  await tx.closeDocument('statement', statementHash)
  for (const { id } of statement.partners) await tx.addSignatory({ partner: id, token: newSecret() })
  for (const [after, signature] of dossier.signatures.entries())
    await tx.addSignature(signature, { after, at: signature.declaration.signedAt })
  const { ballot, text } = statement.definition
  const { chosen, meeting } = dossier.session
  if (meeting) await tx.saveRoom({ ...emptyRoom, meeting })
  await tx.updateSession({
    phase: 'closed',
    definition: ballot !== null && chosen !== null ? { ballot, proposal: chosen, text } : null,
    board: { hash: boardHash, frozenAt: board.frozenAt },
    statement: { hash: statementHash, version: statement.version, frozenAt: statement.frozenAt },
  })
  const outcomes = Object.fromEntries(dossier.outcomes.map(({ ballot, ...result }) => [ballot.id, result]))
  await tx.saveArchive({ broughtAt: by.at, sealedBy, ours, outcomes }, file)
  const detail = { statement: statementHash, file: sha256Hex(file), sealedBy, ours }
  await tx.appendAudit({ at: by.at, actor: by.me, type: 'bringBack', detail }, auditHash)
}

import type { Participant } from '#lib/domain/participant.ts'
import { emptyRoom } from '#lib/domain/room-state.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'
import type { FiledSession } from '#server/statement/session-file.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { newId, newSecret, secretHash, tokenOf } from './identity.ts'
import { type JoiningPorts, mustHaveRoom } from './joining.ts'
import { newRecord } from './new-session.ts'

/** Who brings a session back looks on, as does everybody who comes after: nobody leads it. */
const reader = (name: string): Participant => ({
  ...{ id: newId(), name, partner: null, role: 'observer' },
  ...{ mayOrder: false, removed: false, waiting: false },
})

/**
 * Makes the session of a file again, to be read: its board, text, people, outcomes and signatures under the same ids, hashes and
 * moments, closed for every word. `file`: what it came in, to the letter. It is a session of its own beside the one that it was. Throws
 * Refused `installation-full` when no more are kept here.
 */
export async function bringBack(
  ports: JoiningPorts,
  found: FiledSession,
  file: string,
): Promise<BringBackAnswer> {
  await mustHaveRoom(ports)
  const { network, title, dates, language, partners } = found.about
  const me = reader(language === 'nl' ? 'Lezer' : 'Reader')
  const at = ports.now()
  // Nobody has its facilitator's link: the secret is forgotten here.
  const beginning = { secretHash: secretHash(newSecret()), lead: me.id, at }
  const record = newRecord({ network, title, dates, language }, beginning)
  await ports.store.transaction(record.id, async tx => {
    await tx.createSession(record, partners, me)
    await fill(tx, found, { me: me.id, at, file })
  })
  return {
    session: record.id,
    participant: me.id,
    token: tokenOf(ports.key, record.id, me.id),
    joinLink: `${ports.publicUrl ?? ''}/join?code=${record.code}`,
  }
}

type By = { me: string; at: number; file: string }

async function fill(tx: SessionTransaction, found: FiledSession, { me, at, file }: By): Promise<void> {
  const { about, board, statement, people, outcomes, signatories, signatures } = found
  const partners = new Set(about.partners.map(({ id }) => id))
  for (const { id, name, partner } of people) {
    const known = partner !== null && partners.has(partner) ? partner : null
    if (id !== me) await tx.addParticipant({ ...reader(name), id, partner: known })
  }
  for (const { ballot } of outcomes) await tx.saveBallot(ballot)
  for (const [name, { hash, canonical, update }] of Object.entries({ board, statement })) {
    await tx.saveSnapshot({ hash, canonical })
    await tx.startDocument(name as 'board', update)
    await tx.closeDocument(name as 'board', hash)
  }
  for (const place of signatories) await tx.addSignatory({ ...place, token: newSecret() })
  for (const [after, signature] of signatures.entries())
    await tx.addSignature(signature, { after, at: signature.declaration.signedAt })
  const { ballot, text } = about.definition
  const { chosen, meeting } = found.session
  if (meeting) await tx.saveRoom({ ...emptyRoom, meeting })
  await tx.updateSession({
    phase: 'closed',
    definition: ballot !== null && chosen !== null ? { ballot, proposal: chosen, text } : null,
    board: { hash: board.hash, frozenAt: board.frozenAt },
    statement: { hash: statement.hash, version: about.version, frozenAt: statement.frozenAt },
  })
  const results = Object.fromEntries(outcomes.map(({ ballot, ...result }) => [ballot.id, result]))
  await tx.saveArchive({ broughtAt: at, ...found.by, outcomes: results }, file)
  const detail = { statement: statement.hash, file: found.file, ...found.by }
  await tx.appendAudit({ at, actor: me, type: 'bringBack', detail }, auditHash)
}

import { editionRefusal, type FormerEdition, formerStatement } from '#lib/domain/edition.ts'
import { freely } from '#lib/domain/leading.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { emptyRoom } from '#lib/domain/room-state.ts'
import type { NewSession } from '#lib/domain/session.ts'
import { about, standingOf } from '#lib/domain/standing.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { auditHash } from '../audit.ts'
import { type Context, type Documents, mustLead, Refused } from '../context.ts'
import { newId } from '../identity.ts'
import { newFacilitator, newRecord } from '../new-session.ts'

type Asked = Pick<NewSession, 'title' | 'dates' | 'partners'> & { secretHash: string }

/**
 * Begins the next edition of a session whose statement is signed: a session of its own, which keeps what was signed. This one stays as
 * it is. Asked again, the edition that there is; as long as nothing was done in it its link is the one that was asked for last, for the
 * answer to the first may have been lost. Gives its id.
 */
export async function beginEdition(context: Context, asked: Asked): Promise<string> {
  mustLead(context)
  const { tx, session } = context
  const signatures = session.statement ? about(session.statement.hash, await tx.signatures()) : []
  const places = await tx.signatories()
  const unanswered = places.filter(({ id }) => standingOf(id, signatures).state === 'open').length
  const refusal = editionRefusal({ ...session, unanswered })
  if (refusal) throw new Refused(refusal)
  const { next } = await tx.editions()
  if (next === null) return create(context, asked, await keptOf(context))
  const there = tx.beside(next)
  if ((await there.audit()).length === 1) await there.updateSession({ secretHash: asked.secretHash })
  return next
}

/** What is kept of this session. Throws Refused when its text is no longer the one that was signed. */
async function keptOf({ tx, session }: Context): Promise<FormerEdition> {
  const snapshot = session.statement && (await tx.snapshot(session.statement.hash))
  if (!snapshot) throw new Refused('not-frozen')
  const kept = {
    session: session.id,
    number: ((await tx.editions()).former?.number ?? 0) + 1,
    ...snapshot,
    signatures: about(snapshot.hash, await tx.signatures()),
  }
  if (!formerStatement(kept)) throw new Refused('former-changed')
  return kept
}

async function create(context: Context, asked: Asked, kept: FormerEdition): Promise<string> {
  const { tx, session, actor, at, documents } = context
  const { network, language } = session
  const facilitator = newFacilitator(actor.name)
  const beginning = { secretHash: asked.secretHash, lead: facilitator.id, at }
  const record = newRecord({ network, language, title: asked.title, dates: asked.dates }, beginning)
  const partners = stayed(await tx.partners(), asked.partners)
  const programme = await tx.programme()
  const begins = programme ? { ...programme, version: 0, at: null, since: null } : undefined
  const there = await tx.createSession(record, partners, facilitator, begins)
  // The same steps and doors; what was done with them is of the former edition.
  const { lobby } = (await tx.room()).leading
  if (lobby) await there.saveRoom({ ...emptyRoom, leading: { ...freely, lobby } })
  await there.saveFormerEdition(kept)
  await putFormerDefinition(there, { by: facilitator.id, at, documents })
  const detail = { former: session.id, statement: kept.hash }
  await there.appendAudit({ at, actor: facilitator.id, type: 'beginEdition', detail }, auditHash)
  return record.id
}

/** The partners of the new edition: who was there before keeps their id, so that one finds them in both. */
function stayed(former: readonly Partner[], asked: NewSession['partners']): Partner[] {
  const ids = new Map(former.map(({ id, name }) => [name.toLowerCase(), id]))
  return asked.map(partner => ({ ...partner, id: ids.get(partner.name.toLowerCase()) ?? newId() }))
}

/** Has the opgave as it was signed ready as a proposal on the board of a session that is a new edition; on any other, nothing. */
export async function putFormerDefinition(
  tx: SessionTransaction,
  { by, at, documents }: { by: string; at: number; documents: Documents },
): Promise<void> {
  const former = await tx.formerEdition()
  const text = former && formerStatement(former)?.definition.text
  if (!text) return
  const put = { id: newId(), text, order: 1, author: by, partner: null, createdAt: at, deletedAt: null }
  const { update, client } = documents.proposals([put], (await tx.readDocument('board')).owners)
  await tx.appendAsServer('board', update, [client])
}

import { hashOf, type Json } from '#lib/domain/canonical.ts'
import { frozenConsents } from '#lib/domain/consent.ts'
import { statementSections } from '#lib/domain/section.ts'
import { firstPlace, placesOf } from '#lib/domain/signing-place.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { type Statement, statementSchema } from '#lib/domain/statement.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'
import { newSecret } from '../identity.ts'

/**
 * Fixes the statement as its next version under its hash, gives every partner a link to sign by and moves to `sign`. A version that was
 * opened again and reads as it did takes its own place again, with all that was declared about it.
 */
export async function freezeStatement(context: Context): Promise<string> {
  mustLead(context)
  const { tx, session } = context
  if (session.statement) return session.statement.hash
  const statement = await asItReads(context)
  const { reopened } = session
  if (reopened && (await readsAs(context, reopened.hash, statement))) {
    await tx.closeDocument('statement', reopened.hash)
    await tx.updateSession({ phase: 'sign', statement: reopened, reopened: null })
    return reopened.hash
  }
  const snapshot = snapshotOf(statement)
  const { version, frozenAt } = statement
  await tx.saveSnapshot(snapshot)
  await tx.closeDocument('statement', snapshot.hash)
  await inviteAnew(context)
  await tx.updateSession({
    phase: 'sign',
    statement: { hash: snapshot.hash, version, frozenAt },
    reopened: null,
  })
  return snapshot.hash
}

/** What would be fixed now. Throws Refused where that can't be. */
async function asItReads(context: Context): Promise<Statement> {
  const { tx, session, documents, at } = context
  if (session.phase !== 'statement' || !session.board || !session.definition) throw new Refused('wrong-step')
  // Nobody signs what people who do not exist have said.
  const people = await tx.participants()
  if (people.some(({ madeUp }) => madeUp)) throw new Refused('made-up-people')
  const partners = await tx.partners()
  const { updates } = await readLog(context, 'statement')
  const body = documents.readStatement(updates)
  const { former } = await tx.editions()
  const nameOf = (participant: string) => people.find(({ id }) => id === participant)?.name ?? ''
  return {
    format: 'mozaiekbord-statement/3',
    session: session.id,
    network: session.network,
    title: session.title,
    dates: session.dates,
    language: session.language,
    version: (session.reopened?.version ?? 0) + 1,
    replaces: session.reopened?.hash ?? null,
    partners,
    board: session.board.hash,
    definition: { text: session.definition.text, ballot: session.definition.ballot },
    body,
    consents: frozenConsents(statementSections(body), partners, await tx.consents(), nameOf),
    former: former && { session: former.session, statement: former.hash },
    frozenAt: at,
  }
}

/** Whether a version that was fixed says the same, but for which version it is and when it was fixed. */
async function readsAs({ tx }: Context, hash: string, statement: Statement): Promise<boolean> {
  const snapshot = await tx.snapshot(hash)
  if (!snapshot) throw new Refused('not-frozen')
  const fixed = statementSchema.parse(JSON.parse(snapshot.canonical))
  const { version, frozenAt } = fixed
  const replaces = 'replaces' in fixed ? { replaces: fixed.replaces } : {}
  return hashOf({ ...statement, version, frozenAt, ...replaces } as unknown as Json) === hash
}

/** A place to sign for each partner. Who had one keeps it with its link, and has yet to be told of this text. */
async function inviteAnew({ tx }: Context): Promise<void> {
  const places = await tx.signatories()
  for (const { id } of await tx.partners()) {
    const had = placesOf(id, places)
    for (const place of had) await tx.saveSignatory({ ...place, letters: [], openedAt: null })
    if (had.length === 0) await tx.addSignatory({ ...firstPlace({ id }), token: newSecret() })
  }
}

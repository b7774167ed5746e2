import { DRAFTS_MAX, type Draft, draftSchema } from '#lib/domain/draft.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'

type Kept = Pick<Draft, 'name' | 'cause' | 'body'>

/** Keeps a version of the draft, for good; gives its hash. */
export async function addDraft({ tx, session, actor, at }: Context, kept: Kept): Promise<string> {
  const draft: Draft = { format: 'mozaiekbord-draft/1', session: session.id, by: actor.id, at, ...kept }
  const snapshot = snapshotOf(draft)
  const { name, cause } = kept
  await tx.saveSnapshot(snapshot)
  await tx.addDraft({ name, cause, by: actor.id, at, hash: snapshot.hash })
  return snapshot.hash
}

/** Keeps the draft as it reads now, under a name. */
export async function keepDraft(context: Context, name: string): Promise<string> {
  mustWrite(context)
  const drafts = await context.tx.drafts()
  if (drafts.length >= DRAFTS_MAX) throw new Refused('too-many-drafts')
  return addDraft(context, { name, cause: 'kept', body: await present(context) })
}

/** Puts a kept version in the place of the draft, which is kept first: a new state, over which everybody writes on. */
export async function restoreDraft(context: Context, hash: string): Promise<null> {
  mustWrite(context)
  const { tx, documents, written } = context
  const drafts = await tx.drafts()
  const snapshot = drafts.some(each => each.hash === hash) ? await tx.snapshot(hash) : null
  if (!snapshot) throw new Refused('not-found')
  // There is always room to go back from here.
  if (drafts.length >= 2 * DRAFTS_MAX) throw new Refused('too-many-drafts')
  const { body } = draftSchema.parse(JSON.parse(snapshot.canonical))
  const { updates, owners } = await readLog(context, 'statement')
  await addDraft(context, { name: '', cause: 'before-restore', body: documents.readStatement(updates) })
  const { update, client } = documents.replaceStatement(updates, body, owners)
  written.push(await tx.appendAsServer('statement', update, [client]))
  return null
}

function mustWrite(context: Context): void {
  mustLead(context)
  if (context.session.phase !== 'statement') throw new Refused('wrong-step')
}

async function present(context: Context): Promise<Block[]> {
  const { updates } = await readLog(context, 'statement')
  return context.documents.readStatement(updates)
}

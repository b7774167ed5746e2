import type { DocumentKey } from '#lib/documents/names.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import {
  type Definition,
  MISSING_PER_PERSON_MAX,
  type Missing,
  notPrepared,
} from '#lib/domain/preparation.ts'
import { actorOf, type Context, mustLead, Refused, readLog } from '../context.ts'
import { programmeOf } from './programme.ts'

const keyOf = (partner: string): DocumentKey => `preparation/${partner}`

/** Lets each partner write its own definition, or write on in it; what was laid side by side stays there. */
export async function openPreparation(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session, documents, at } = context
  if (session.board) throw new Refused('frozen')
  for (const { id } of await tx.partners()) {
    const { updates, owners } = await readLog(context, keyOf(id))
    if (documents.readDefinition(updates) !== null) continue
    const { update, client } = documents.definition(at, owners)
    context.written.push(await tx.appendAsServer(keyOf(id), update, [client]))
  }
  const programme = await programmeOf(context)
  const preparation = { ...(programme.preparation ?? notPrepared), open: true }
  await tx.saveProgramme({ ...programme, preparation })
  return null
}

/** Lays side by side what partners wrote; who wrote nothing is not among them. */
export async function layDefinitions(context: Context): Promise<null> {
  mustLead(context)
  const { tx, documents } = context
  const programme = await programmeOf(context)
  if (!programme.preparation?.open) return null
  const laid: Definition[] = []
  for (const { id: partner } of await tx.partners()) {
    const { updates } = await readLog(context, keyOf(partner))
    const text = documents.readDefinition(updates)?.trim() ?? ''
    if (text !== '') laid.push({ partner, text })
  }
  await tx.saveProgramme({ ...programme, preparation: { open: false, laid } })
  return null
}

/** Names somebody who should be at the table; the same id again changes nothing. */
export async function nameMissing(context: Context, id: string, name: string): Promise<null> {
  const { actor, session } = context
  const held = (await programmeOf(context)).leading?.held
  const refusal = can(actorOf(actor, held), { type: 'nameMissing' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  return change(context, missing => {
    if (missing.some(each => each.id === id)) return [...missing]
    if (missing.filter(({ by }) => by === actor.id).length >= MISSING_PER_PERSON_MAX)
      throw new Refused('too-many-texts')
    return [...missing, { id, name, by: actor.id, partner: actor.partner }]
  })
}

/** Takes back that somebody is missing; nothing to do when nobody says so any more. */
export async function dropMissing(context: Context, id: string): Promise<null> {
  const { actor, session } = context
  const { missing, leading } = await programmeOf(context)
  const had = missing?.find(each => each.id === id)
  const refusal = can(
    actorOf(actor, leading?.held),
    { type: 'dropMissing', author: had?.by ?? actor.id },
    stageOf(session),
  )
  if (refusal) throw new Refused(refusal)
  return change(context, missing => missing.filter(each => each !== had && each.id !== id))
}

async function change(context: Context, make: (missing: readonly Missing[]) => Missing[]): Promise<null> {
  const programme = await programmeOf(context)
  await context.tx.saveProgramme({ ...programme, missing: make(programme.missing ?? []) })
  return null
}

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
  const room = await tx.room()
  await tx.saveRoom({ ...room, preparation: { ...(room.preparation ?? notPrepared), open: true } })
  return null
}

/** Lays side by side what partners wrote; who wrote nothing is not among them. */
export async function layDefinitions(context: Context): Promise<null> {
  mustLead(context)
  const { tx, documents } = context
  const room = await tx.room()
  if (!room.preparation?.open) return null
  const laid: Definition[] = []
  for (const { id: partner } of await tx.partners()) {
    const { updates } = await readLog(context, keyOf(partner))
    const text = documents.readDefinition(updates)?.trim() ?? ''
    if (text !== '') laid.push({ partner, text })
  }
  await tx.saveRoom({ ...room, preparation: { open: false, laid } })
  return null
}

/** Names somebody who should be at the table; the same id again changes nothing. */
export async function nameMissing(context: Context, id: string, name: string): Promise<null> {
  const { actor, session } = context
  const { held } = (await context.tx.room()).leading
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
  const { missing, leading } = await context.tx.room()
  const had = missing.find(each => each.id === id)
  const refusal = can(
    actorOf(actor, leading.held),
    { type: 'dropMissing', author: had?.by ?? actor.id },
    stageOf(session),
  )
  if (refusal) throw new Refused(refusal)
  return change(context, missing => missing.filter(each => each !== had && each.id !== id))
}

async function change(context: Context, make: (missing: readonly Missing[]) => Missing[]): Promise<null> {
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, missing: make(room.missing) })
  return null
}

import { randomInt } from 'node:crypto'
import { deskOf, documentKey } from '#lib/documents/names.ts'
import { behind, type Desk, type DeskPromise, laidDown, standing } from '#lib/domain/desk.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { actorOf, type Context, mustLead, Refused, readLog } from '../context.ts'
import { newId } from '../identity.ts'

/**
 * Lays everything that stands on a desk on the board, as was promised, and takes the desks away, all in the transaction it is
 * given. When there are no desks nothing is left to do.
 */
export async function revealDesks(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session, documents } = context
  if (!session.desks) return null
  const people = await tx.participants()
  const desks: Desk[] = []
  for (const document of await tx.desks()) {
    const participant = deskOf(document)?.participant ?? ''
    const partner = people.find(({ id }) => id === participant)?.partner ?? null
    const { updates } = await readLog(context, document)
    desks.push({ participant, partner, notes: documents.readDesk(updates) })
  }
  await layDown(context, desks, session.desks.promise)
  await tx.clearDesks()
  await tx.updateSession({ desks: null })
  return null
}

/** Lays some of one's own notes on the board, in one's own name, and takes them off one's desk. */
export async function layOut(context: Context, round: number, ids: readonly string[]): Promise<null> {
  const { tx, session, actor, documents } = context
  const held = (await tx.room()).leading.held
  const refusal = can(actorOf(actor, held), { type: 'writeDesk' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  const { desks } = session
  if (desks?.round !== round) throw new Refused('desk-closed')
  if (!desks.layOut || desks.promise !== 'named') throw new Refused('lay-out-waits')
  const document = documentKey(`desk/${round}`, actor.id)
  const { updates } = await readLog(context, document)
  const notes = standing(documents.readDesk(updates)).filter(({ id }) => ids.includes(id))
  if (notes.length === 0) throw new Refused('not-found')
  await layDown(context, [{ participant: actor.id, partner: actor.partner, notes }], desks.promise)
  const removal = documents.withoutNotes(
    updates,
    notes.map(({ id }) => id),
  )
  context.written.push(await tx.appendAsServer(document, removal, []))
  return null
}

/** Writes notes of these desks on the board, behind what lies there. */
async function layDown(context: Context, desks: readonly Desk[], promise: DeskPromise): Promise<void> {
  const { tx, documents, at } = context
  const board = await readLog(context, 'board')
  const laid = laidDown(desks, promise, at, { draw: below => randomInt(below), newId })
  if (laid.length === 0) return
  const notes = behind(documents.readBoard(board.updates).notes, laid)
  const { update, client } = documents.notes(notes, board.owners)
  context.written.push(await tx.appendAsServer('board', update, [client]))
}

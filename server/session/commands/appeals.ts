import { type Appeal, appealed } from '#lib/domain/appeal.ts'
import { hostedBy } from '#lib/domain/hosting.ts'
import { type Action, can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { actorOf, type Context, Refused, readLog } from '../context.ts'

/** Asks of who orders to look once more at a note of one's own that lies in no line, or takes that back. */
export async function appealNote(context: Context, note: string, appeal: boolean): Promise<null> {
  mustBeAble(context, 'appeal')
  const { actor, at, documents } = context
  const { updates } = await readLog(context, 'board')
  const found = documents.readBoard(updates).notes.find(({ id }) => id === note)
  if (!found) throw new Refused('not-found')
  const { hosted } = await context.tx.room()
  const mine = [actor.id, ...hostedBy(hosted, actor.id)]
  const by = mine.find(each => each === found.author)
  if (by === undefined) throw new Refused('not-yours')
  if (appeal && found.line !== null) throw new Refused('in-a-line')
  return change(context, appeals => appealed(appeals, { note, by, at }, appeal))
}

/** Marks an appeal as looked at, or as waiting again; a note that is laid in a line needs neither. */
export async function settleAppeal(context: Context, note: string, settled: boolean): Promise<null> {
  mustBeAble(context, 'settleAppeal')
  const settledAt = settled ? context.at : null
  return change(context, appeals => {
    const had = appeals.find(each => each.note === note)
    if (!had) throw new Refused('not-found')
    if ((had.settledAt !== null) === settled) return [...appeals]
    return appeals.map(each => (each === had ? { ...each, settledAt } : each))
  })
}

function mustBeAble({ actor, session }: Context, type: Extract<Action['type'], 'appeal' | 'settleAppeal'>) {
  const refusal = can(actorOf(actor), { type }, stageOf(session))
  if (refusal) throw new Refused(refusal)
}

async function change(context: Context, make: (appeals: readonly Appeal[]) => Appeal[]): Promise<null> {
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, appeals: make(room.appeals) })
  return null
}

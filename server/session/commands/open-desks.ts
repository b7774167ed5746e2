import type { DeskPromise } from '#lib/domain/desk.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/**
 * Has notes collected on private desks under a promise. While desks are in use it may still become more: from named to
 * anonymous; then nobody lays out their own any more. Never less: people wrote, or are writing, under the former promise.
 */
export async function openDesks(context: Context, promise: DeskPromise): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  if (session.phase !== 'collect') throw new Refused('phase-forbids')
  const { desks, deskRounds } = session
  if (desks?.promise === promise) return null
  if (desks?.promise === 'anonymous') throw new Refused('promise-stands')
  const round = desks?.round ?? deskRounds + 1
  await tx.updateSession({ desks: { round, promise, layOut: false }, deskRounds: round })
  return null
}

/** Whether everybody may lay out their own notes now. Without names they can't: the moment would tell whose they are. */
export async function allowLayOut(context: Context, allowed: boolean): Promise<null> {
  mustLead(context)
  const { desks } = context.session
  if (!desks) throw new Refused('wrong-step')
  if (allowed && desks.promise === 'anonymous') throw new Refused('lay-out-waits')
  await context.tx.updateSession({ desks: { ...desks, layOut: allowed } })
  return null
}

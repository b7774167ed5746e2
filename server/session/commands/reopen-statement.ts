import { about, isComplete } from '#lib/domain/standing.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/**
 * Has a fixed statement written on, for a version that takes its place. The version that was fixed stays as it is, with what was declared
 * about it; nobody signs until the next one is fixed. Never once all partners signed: then a new edition begins. Gives the hash of what was opened
 * again, the same when it was open already.
 */
export async function reopenStatement(context: Context): Promise<string> {
  mustLead(context)
  const { tx, session } = context
  const { statement, reopened, phase } = session
  if (phase === 'statement' && reopened) return reopened.hash
  if (!statement) throw new Refused('not-frozen')
  if (phase !== 'sign') throw new Refused('phase-forbids')
  const declared = about(statement.hash, await tx.signatures())
  if (isComplete(await tx.partners(), await tx.signatories(), declared)) throw new Refused('signed-by-all')
  await tx.reopenDocument('statement')
  await tx.updateSession({ phase: 'statement', statement: null, reopened: statement })
  return statement.hash
}

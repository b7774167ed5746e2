import { type Context, mustLead, Refused } from '../context.ts'

/**
 * Takes away all that was made in the session, and who was made up; what it is stays: its partners, its people, its programme, its
 * link and code. Never once a statement is fixed: people sign it. Done twice there is nothing left to take away.
 */
export async function wipeContent(context: Context): Promise<null> {
  mustLead(context)
  const { tx, session } = context
  if (session.statement) throw new Refused('frozen')
  await tx.wipeContent()
  const programme = await tx.programme()
  // Whatever else it holds is of what was done with it.
  if (programme)
    await tx.saveProgramme({
      ...{ steps: programme.steps, version: programme.version },
      ...{ at: null, since: null, clock: null },
    })
  return null
}

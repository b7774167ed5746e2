import { ballotOf, type Context, mustLead, Refused } from '../context.ts'

/** Closes the vote: from here on nobody votes or changes a vote. Closing twice changes nothing. */
export async function closeBallot(context: Context, id: string): Promise<null> {
  mustLead(context)
  const ballot = await ballotOf(context, id)
  if (ballot.state === 'open')
    await context.tx.saveBallot({ ...ballot, state: 'closed', closedAt: context.at })
  return null
}

/** Shows the result to everybody. Only a closed vote can be shown, so that nobody votes knowing how it stands. */
export async function revealBallot(context: Context, id: string): Promise<null> {
  mustLead(context)
  const ballot = await ballotOf(context, id)
  if (ballot.state === 'open') throw new Refused('ballot-still-open')
  if (ballot.state === 'closed')
    await context.tx.saveBallot({ ...ballot, state: 'revealed', revealedAt: context.at })
  return null
}

/** Names the text that the group goes on with: the group decides, the count only informs. */
export async function chooseDefinition(context: Context, id: string, proposal: string): Promise<null> {
  mustLead(context)
  if (context.session.board) throw new Refused('frozen')
  const ballot = await ballotOf(context, id)
  if (ballot.state !== 'revealed') throw new Refused('ballot-still-open')
  const option = ballot.options.find(each => each.proposal === proposal)
  if (!option) throw new Refused('not-found')
  await context.tx.updateSession({ definition: { ballot: id, proposal, text: option.text } })
  return null
}

import { emptyBallotBox, SECRET_FROM } from '#lib/domain/ballot-box.ts'
import { entitledTo } from '#lib/domain/ballot-voters.ts'
import { ballotOf, type Context, mustLead, Refused } from '../context.ts'

/**
 * Closes the vote: from here on nobody votes or changes a vote, and how many could is fixed. Of an anonymous ballot in which too few
 * voted nothing of what they chose is kept. Closing twice changes nothing.
 */
export async function closeBallot(context: Context, id: string): Promise<null> {
  mustLead(context)
  const { tx, at } = context
  const ballot = await ballotOf(context, id)
  if (ballot.state !== 'open') return null
  const voted = ballot.anonymous
    ? (await tx.ballotVoted(id)).map(voter => ({ voter, participant: voter }))
    : await tx.votes(id)
  const { hosted } = await tx.room()
  const people = await tx.participants()
  const entitled = entitledTo(voted, await tx.hands(id), people, hosted, await tx.partners())
  context.sealed = ballot.anonymous
  if (ballot.anonymous && voted.length < SECRET_FROM) await tx.saveBallotBox(id, emptyBallotBox)
  await tx.saveBallot({ ...ballot, state: 'closed', closedAt: at, entitled })
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

import { addProposal, readBoard } from '#lib/documents/board.ts'
import type { Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import type { TestServer } from '#tests/harness/server.ts'

export const proposal = 'proposal-0001'

/** A session at `decide` with one proposal, led and joined over the public doors; of `absent` partners nobody is there. */
export async function deciding(server: Pick<TestServer, 'url'>, absent: readonly string[] = []) {
  const made = await publicSession(server.url, ['Gemeente', 'Huren', ...absent])
  const { place, lead, partners, join } = made
  const anna = await join('Anna', partners[0]?.id ?? null)
  await lead.command({ type: 'movePhase', to: 'decide' })
  addProposal(
    await anna.look('board'),
    { id: proposal, author: anna.id, partner: anna.partner, at: 1 },
    { text: 'De opgave', order: 1 },
  )
  const bram = await join('Bram', partners[1]?.id ?? null)
  await bram.sees('board', 'the proposal', doc => readBoard(doc).proposals.length === 1)
  const cees = await join('Cees', partners[1]?.id ?? null)
  return { place, lead, anna, bram, cees, join, partners }
}

export type Table = Awaited<ReturnType<typeof deciding>>

export async function openVote({ lead }: Table): Promise<string> {
  const { id } = await lead.command({
    type: 'openBallot',
    method: 'dots',
    per: 'person',
    dots: 3,
    proposals: [proposal],
  })
  return id ?? ''
}

export const vote = (person: Person, ballot: string, dots: number) =>
  person.command({ type: 'castVote', ballot, choice: { method: 'dots', dots: { [proposal]: dots } } })

/** `freezes`: with the board fixed, else up to there. */
export async function toTheStatement(table: Table, freezes = true): Promise<void> {
  const ballot = await openVote(table)
  await table.lead.command({ type: 'closeBallot', ballot })
  await table.lead.command({ type: 'revealBallot', ballot })
  await table.lead.command({ type: 'chooseDefinition', ballot, proposal })
  if (freezes) await table.lead.command({ type: 'freezeBoard' })
}

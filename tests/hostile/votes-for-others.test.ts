import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Choice } from '#lib/domain/ballot.ts'
import type { Hands } from '#lib/domain/ballot-hands.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { Person } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, proposal, type Table } from './deciding.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

type Asked = Partial<Extract<Command, { type: 'openBallot' }>>
async function open({ lead }: Table, asked: Asked): Promise<string> {
  const usual = { method: 'consent', per: 'person', dots: 1, proposals: [proposal] as string[] } as const
  const { id } = await lead.command({ type: 'openBallot', ...usual, ...asked })
  return id ?? ''
}
const saying = (value: 'agree' | 'objection' | 'abstain', reason = ''): Choice => ({
  method: 'consent',
  answers: { [proposal]: { value, reason } },
})
const cast = (person: Person, ballot: string, choice: Choice, voter?: string) =>
  person.command({ type: 'castVote', ballot, choice, ...(voter && { voter }) })
const seenBy = async (person: Person) => (await person.view()).ballots.at(-1)
const reveal = async ({ lead }: Table, ballot: string) => {
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
}

test('[B26] who cast a partner’s vote is told to its own people alone; a colleague puts another in its place; the result names them', async () => {
  const table = await deciding(server)
  const { anna, bram, cees, lead } = table
  const ballot = await open(table, { per: 'partner' })
  await cast(bram, ballot, saying('agree'))
  expect(await seenBy(cees)).toMatchObject({
    myChoice: saying('agree'),
    myTrail: [{ by: bram.id, way: 'own' }],
  })
  await cast(cees, ballot, saying('objection', 'Te vaag'))
  expect((await seenBy(bram))?.myTrail.map(({ by }) => by)).toEqual([bram.id, cees.id])
  for (const other of [anna, lead])
    expect(await seenBy(other)).toMatchObject({ myChoice: null, myTrail: [], stood: [], tally: null })
  await reveal(table, ballot)
  expect((await seenBy(anna))?.tally).toMatchObject({
    voters: 1,
    casters: [{ voter: bram.partner, by: cees.id, way: 'own' }],
    options: [{ partnerValues: { objection: 1, agree: 0 } }],
  })
})

test('[B30] who has no device is voted for by the device that they share, or by who leads; nobody else, and nobody over another', async () => {
  const table = await deciding(server)
  const { anna, bram, lead } = table
  const { id: dirk } = await anna.command({ type: 'hostPerson', name: 'Dirk', partner: bram.partner })
  const voter = dirk ?? ''
  const ballot = await open(table, {})
  await expect(cast(bram, ballot, saying('agree'), voter)).rejects.toThrow('not-yours')
  await expect(cast(anna, ballot, saying('agree'), bram.id), 'who has a device').rejects.toThrow('not-yours')
  await expect(cast(lead, ballot, saying('agree'), bram.id)).rejects.toThrow('not-yours')
  await expect(cast(lead, ballot, saying('agree'))).rejects.toThrow('role-forbids')
  await cast(lead, ballot, saying('agree'), voter)
  expect((await seenBy(lead))?.stood, 'what one filled in, one sees').toMatchObject([
    { voter, choice: saying('agree') },
  ])
  expect((await seenBy(anna))?.stood, 'so does who is represented, on the device they share').toMatchObject([
    { voter, trail: [{ by: lead.id, way: 'proxy' }] },
  ])
  expect((await seenBy(bram))?.stood).toEqual([])
  await cast(anna, ballot, saying('objection', 'Dirk vindt van niet'), voter)
  expect((await seenBy(lead))?.stood, 'what was put right is another’s').toEqual([])
  await cast(anna, ballot, saying('agree'))
  await reveal(table, ballot)
  expect((await seenBy(bram))?.tally).toMatchObject({
    voters: 2,
    casters: [{ voter, by: anna.id, way: 'proxy' }],
    options: [{ values: { agree: 1, objection: 1 } }],
  })
})

test('[B30] for a partner of whom nobody is here one may vote, until its own people do', async () => {
  const table = await deciding(server, ['Zorg'])
  const { anna, bram, lead, join, partners } = table
  const zorg = partners[2]?.id ?? ''
  const ballot = await open(table, { per: 'partner' })
  await expect(cast(anna, ballot, saying('agree'), bram.partner ?? '')).rejects.toThrow('not-yours')
  await cast(anna, ballot, saying('agree'), zorg)
  await expect(cast(bram, ballot, saying('abstain'), zorg), 'over another').rejects.toThrow('voted-already')
  const late = await join('Zora', zorg)
  expect(await seenBy(late), 'who comes in later sees it').toMatchObject({
    myChoice: saying('agree'),
    myTrail: [{ by: anna.id, way: 'proxy' }],
  })
  await cast(late, ballot, saying('objection', 'Wij niet'))
  await expect(cast(anna, ballot, saying('agree'), zorg)).rejects.toThrow('not-yours')
  await expect(cast(lead, ballot, saying('agree'), zorg), 'over their own').rejects.toThrow('voted-already')
  await lead.command({ type: 'closeBallot', ballot })
  await expect(cast(late, ballot, saying('agree'))).rejects.toThrow('ballot-not-open')
  await lead.command({ type: 'revealBallot', ballot })
  expect((await seenBy(anna))?.tally?.casters).toEqual([{ voter: zorg, by: late.id, way: 'own' }])
})

test('[B29] hands are counted for a partner, seen and put right by its own people, and marked in the result', async () => {
  const table = await deciding(server)
  const { anna, bram, cees, lead } = table
  const ballot = await open(table, {})
  const raised = (agree: number, objection: number): Omit<Hands, 'partner'> => ({
    people: agree + objection + 1,
    abstained: 1,
    counts: { [proposal]: { agree, objection } },
    reasons: objection > 0 ? { [proposal]: 'Te duur' } : {},
  })
  const count = (person: Person, partner: string | null, hands: Omit<Hands, 'partner'> | null) =>
    person.command({ type: 'countHands', ballot, partner, hands })
  await count(lead, bram.partner, raised(3, 1))
  expect((await seenBy(lead))?.hands).toMatchObject([{ partner: bram.partner, people: 5, by: lead.id }])
  expect((await seenBy(cees))?.hands).toMatchObject([{ people: 5 }])
  expect(await seenBy(anna), 'others learn how many').toMatchObject({
    hands: [],
    turnout: { voters: 5, partners: 1 },
  })
  await expect(count(anna, bram.partner, raised(1, 0))).rejects.toThrow('not-yours')
  await expect(count(anna, null, raised(1, 0))).rejects.toThrow('not-yours')
  await expect(count(cees, bram.partner, { ...raised(2, 0), people: 9 })).rejects.toThrow('wrong-choice')
  await expect(count(cees, bram.partner, { ...raised(2, 1), reasons: {} })).rejects.toThrow('reason-missing')
  await count(cees, bram.partner, raised(2, 0))
  await count(lead, null, raised(1, 0))
  await count(lead, null, null)
  await cast(anna, ballot, saying('objection', 'Te vroeg'))
  await reveal(table, ballot)
  await expect(count(lead, null, raised(1, 0))).rejects.toThrow('ballot-not-open')
  expect((await seenBy(anna))?.tally).toMatchObject({
    voters: 4,
    partners: 2,
    byHand: 3,
    options: [{ people: 2, values: { agree: 2, abstain: 1, objection: 1 }, sided: { people: 3 } }],
  })
})

test('[B33] rules that contradict each other open no vote', async () => {
  const table = await deciding(server)
  const wrong: Asked[] = [
    { per: 'partner', anonymous: true },
    { per: 'partner', by: 'person' },
    { anonymous: true, by: 'partner', threshold: 'majority' },
    { method: 'dots', threshold: 'no-objection' },
  ]
  for (const asked of wrong) await expect(open(table, asked)).rejects.toThrow('invalid-request')
  expect((await table.anna.view()).ballots).toEqual([])
})

test('[B34] quorum and threshold are told while one votes, and hold with how many could vote when it closed', async () => {
  const table = await deciding(server, ['Zorg', 'School'])
  const { anna, bram, join, partners } = table
  const asked = { by: 'partner', quorum: 'half', threshold: 'two-thirds' } as const
  const ballot = await open(table, asked)
  expect(await seenBy(anna)).toMatchObject({ ...asked, entitled: { people: 3, partners: 4 }, outcome: null })
  await cast(anna, ballot, saying('agree'))
  await cast(bram, ballot, saying('abstain'))
  await table.lead.command({ type: 'closeBallot', ballot })
  await join('Laat', partners[3]?.id ?? null)
  await table.lead.command({ type: 'revealBallot', ballot })
  expect(await seenBy(anna)).toMatchObject({
    entitled: { people: 3, partners: 4 },
    outcome: {
      quorum: { voted: 2, of: 4, least: 2, reached: true },
      options: [{ inFavour: 1, of: 1, least: 1, reached: true }],
    },
  })
})

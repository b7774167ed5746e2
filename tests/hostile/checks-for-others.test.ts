import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckAnswer, CheckKind } from '#lib/domain/check.ts'
import type { CheckHands } from '#lib/domain/check-hands.ts'
import type { Person } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, type Table } from './deciding.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const open = async ({ lead }: Table, check: CheckKind): Promise<string> =>
  (await lead.command({ type: 'openCheck', check, about: null })).id ?? ''
const answer = (person: Person, check: string, given: CheckAnswer) =>
  person.command({ type: 'answerCheck', check, answer: given })
const count = (person: Person, check: string, partner: string | null, hands: Counted | null) =>
  person.command({ type: 'countCheckHands', check, partner, hands })
type Counted = Omit<CheckHands, 'partner'>
const at = (question: string, chosen: Record<string, number>): Counted => ({
  people: Object.values(chosen).reduce((sum, n) => sum + n, 0),
  counts: { [question]: chosen },
})
const seenBy = async (person: Person) => (await person.view()).checks.at(-1)

test('[U90] hands are counted for a partner, seen and put right by its own people, and marked in the picture', async () => {
  const table = await deciding(server)
  const { anna, bram, cees, lead } = table
  const check = await open(table, 'opgaveTest')
  for (const person of [anna, bram, cees]) await answer(person, check, { feiten: 'groen' })
  await count(lead, check, bram.partner, at('feiten', { rood: 3, groen: 1 }))
  expect((await seenBy(lead))?.hands).toMatchObject([{ partner: bram.partner, people: 4 }])
  expect((await seenBy(cees))?.hands).toMatchObject([{ people: 4, counts: { feiten: { rood: 3 } } }])
  expect(await seenBy(anna), 'others learn how many').toMatchObject({
    ...{ hands: [], picture: null, byHand: 4 },
    turnout: { people: 7, partners: 2 },
  })
  const one = at('feiten', { groen: 1 })
  await expect(count(anna, check, bram.partner, one)).rejects.toThrow('not-yours')
  await expect(count(anna, check, null, one)).rejects.toThrow('not-yours')
  await expect(count(lead, check, 'partner-of-nobody', one)).rejects.toThrow('not-found')
  await expect(count(cees, check, bram.partner, { ...one, people: 0 })).rejects.toThrow('invalid-request')
  await expect(count(cees, check, bram.partner, at('feiten', { paars: 2 }))).rejects.toThrow('wrong-answer')
  await count(cees, check, bram.partner, at('feiten', { oranje: 2 }))
  await count(lead, check, null, one)
  await count(lead, check, null, null)
  await lead.command({ type: 'closeCheck', check })
  await expect(count(lead, check, null, one)).rejects.toThrow('check-not-open')
  expect(await seenBy(anna)).toMatchObject({
    ...{ byHand: 2, hands: [], turnout: { people: 5, partners: 2 } },
    picture: {
      feiten: { answered: 5, people: { groen: 3, oranje: 2 }, partners: { groen: 2, oranje: 1 } },
    },
  })
})

test('[U91] slips of paper count in an anonymous check, of no partner, and one or two own answers stay out', async () => {
  const table = await deciding(server)
  const { anna, bram, lead } = table
  const check = await open(table, 'relationshipCheckIn')
  await answer(anna, check, { erin: 'afhaken' })
  await answer(bram, check, { erin: 'afhaken' })
  const slips = at('erin', { vol: 2, goed: 2 })
  await expect(count(lead, check, anna.partner, slips)).rejects.toThrow('wrong-answer')
  await expect(count(anna, check, anna.partner, slips)).rejects.toThrow('wrong-answer')
  await count(lead, check, null, at('erin', { vol: 9 }))
  await count(lead, check, null, slips)
  expect(await seenBy(anna)).toMatchObject({ hands: [], byHand: 4, turnout: { people: 6 }, picture: null })
  await lead.command({ type: 'closeCheck', check })
  for (const person of [lead, anna])
    expect(await seenBy(person)).toMatchObject({
      byHand: 4,
      picture: { erin: { answered: 4, people: { vol: 2, goed: 2 } } },
    })
  expect(JSON.stringify(await seenBy(lead))).not.toContain('afhaken')
})

test('[U92] who leads fills in for a partner, marked as such, until its own people do', async () => {
  const table = await deciding(server, ['Zorg'])
  const { anna, bram, cees, lead, partners } = table
  const zorg = partners[2]?.id ?? ''
  const check = await open(table, 'legitimacy')
  const fill = (person: Person, partner: string, given: CheckAnswer | null) =>
    person.command({ type: 'answerForPartner', check, partner, answer: given })
  await expect(fill(anna, zorg, { formeel: 7 }), 'for another').rejects.toThrow('role-forbids')
  await expect(fill(lead, 'partner-of-nobody', { formeel: 7 })).rejects.toThrow('not-found')
  await expect(fill(lead, zorg, { formeel: 11 })).rejects.toThrow('wrong-answer')
  await expect(count(lead, check, zorg, at('formeel', { 7: 2 })), 'no hands').rejects.toThrow('wrong-answer')
  await fill(lead, zorg, { formeel: 7 })
  const [huren, gemeente] = [bram.partner ?? '', anna.partner ?? '']
  await fill(lead, huren, { formeel: 3 })
  expect(await seenBy(lead)).toMatchObject({ waiting: [gemeente], byHand: 2, turnout: { people: 2 } })
  expect((await seenBy(lead))?.filled).toHaveLength(2)
  expect(await seenBy(cees), 'its own people see it').toMatchObject({
    ...{ answered: true, answer: { formeel: 3 }, filledForMe: true, filled: null },
  })
  expect(await seenBy(anna)).toMatchObject({
    answered: false,
    answer: null,
    filledForMe: false,
    filled: null,
  })
  await answer(cees, check, { formeel: 5 })
  expect(await seenBy(bram)).toMatchObject({ answer: { formeel: 5 }, filledForMe: false, byHand: 1 })
  await expect(fill(lead, huren, { formeel: 9 }), 'over their own').rejects.toThrow('answered-already')
  await expect(fill(lead, huren, null)).rejects.toThrow('answered-already')
  await fill(lead, gemeente, { formeel: 2 })
  await fill(lead, gemeente, null)
  await lead.command({ type: 'closeCheck', check })
  await expect(fill(lead, zorg, { formeel: 8 })).rejects.toThrow('check-not-open')
  expect(await seenBy(anna)).toMatchObject({ picture: { formeel: { people: { 7: 1, 5: 1 } } }, byHand: 1 })
  expect((await seenBy(lead))?.told?.partners).toMatchObject([
    { partner: huren, byLead: false },
    { partner: zorg, byLead: true },
  ])
})

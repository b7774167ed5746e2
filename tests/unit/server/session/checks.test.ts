import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, PARTNER, session } from '#tests/harness/desk-session.ts'

const [anna, bram, cor, dirk] = ['person-anna', 'person-bram', 'person-corr', 'person-dirk'] as const
let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  // By turns of the one partner, and of none.
  table = await deskSession([anna, bram, cor, dirk])
})
afterEach(() => table.stop())

const open = async (check: 'relationshipCheckIn' | 'legitimacy' | 'opgaveTest' | 'giveTake') => {
  expect(await table.tell(lead, { type: 'openCheck', check, about: null })).toBeNull()
  return (await table.view(lead)).checks.at(-1)?.id ?? ''
}
const answer = (who: string, check: string, given: Record<string, string | number>) =>
  table.tell(who, { type: 'answerCheck', check, answer: given })
const close = (check: string) => table.tell(lead, { type: 'closeCheck', check })
const seenBy = async (who: string) => (await table.view(who)).checks.at(-1)

describe('[U22] a check runs from open to closed, once at a time, and is kept to compare', () => {
  it('is one at a time, and takes answers while it is open alone', async () => {
    const id = await open('opgaveTest')
    expect(await open('opgaveTest'), 'asked twice it is one').toBe(id)
    expect((await table.view(lead)).checks).toHaveLength(1)
    expect(await table.tell(lead, { type: 'openCheck', check: 'legitimacy', about: null })).toBe(
      'check-open-already',
    )
    expect(await table.tell(lead, { type: 'showCheck', check: id, shown: true })).toBe('check-still-open')
    expect(await answer(anna, id, { feiten: 'groen' })).toBeNull()
    expect(await answer(anna, id, { feiten: 'rood' })).toBeNull()
    expect(await answer(bram, id, { feiten: 'geel' })).toBe('wrong-answer')
    expect(await answer(bram, 'check-of-nobody', { feiten: 'groen' })).toBe('unknown-check')
    expect(await seenBy(anna)).toMatchObject({
      answered: true,
      answer: { feiten: 'rood' },
      picture: null,
      turnout: { people: 1, partners: 1 },
    })
    for (const who of [bram, cor]) await answer(who, id, { feiten: 'groen' })
    expect(await close(id)).toBeNull()
    expect(await close(id)).toBeNull()
    expect(await answer(bram, id, { feiten: 'groen' })).toBe('check-not-open')
    expect((await seenBy(bram))?.picture?.feiten).toEqual({
      answered: 3,
      people: { rood: 1, groen: 2 },
      partners: { rood: 1, groen: 1 },
    })
  })

  it('[U76] shows no picture of what one or two people answered, to who leads either', async () => {
    for (const answering of [[anna], [anna, bram], [anna, bram, cor]]) {
      const id = await open('opgaveTest')
      for (const who of answering) await answer(who, id, { feiten: 'rood' })
      await close(id)
      for (const who of [lead, anna, dirk])
        expect([answering.length, (await seenBy(who))?.picture !== null]).toEqual([
          answering.length,
          answering.length === 3,
        ])
      expect((await seenBy(anna))?.answer).toEqual({ feiten: 'rood' })
    }
  })

  it('keeps earlier runs with the moment at which they were, and shows one at a time', async () => {
    await table.store.transaction(session, tx =>
      tx.saveProgramme({ steps: firstSteps('nl'), version: 0, at: 'd1-uitcheck', since: 1 }),
    )
    expect((await table.view(lead)).suggested).toEqual(['relationshipCheckIn'])
    expect((await table.view(anna)).suggested).toBeNull()
    const first = await open('relationshipCheckIn')
    await close(first)
    const second = await open('relationshipCheckIn')
    await close(second)
    const { checks } = await table.view(anna)
    expect(checks.map(({ round, step }) => [round, step?.day])).toEqual([
      [1, 'day1'],
      [2, 'day1'],
    ])
    const shown = async () => (await table.view(anna)).checks.map(({ shownAt }) => shownAt !== null)
    expect(await shown()).toEqual([false, true])
    expect(await table.tell(lead, { type: 'showCheck', check: first, shown: true })).toBeNull()
    expect(await shown()).toEqual([true, false])
    expect(await table.tell(lead, { type: 'showCheck', check: first, shown: false })).toBeNull()
    expect(await shown()).toEqual([false, false])
  })

  it('is about a proposal that is there, or about none', async () => {
    const about = 'proposal-0001'
    expect(await table.tell(lead, { type: 'openCheck', check: 'opgaveTest', about })).toBe('not-found')
    await table.tell(lead, { type: 'movePhase', to: 'decide' })
    // Made-up people put proposals forward.
    await table.tell(lead, { type: 'rehearse' })
    const [proposal] = (await table.board()).proposals
    const id = proposal?.id ?? ''
    expect(await table.tell(lead, { type: 'openCheck', check: 'opgaveTest', about: id })).toBeNull()
    expect((await seenBy(anna))?.about).toBe(proposal?.text)
  })
})

describe('[U23] an anonymous check shows what three or more answered, and keeps nothing of fewer', () => {
  it('throws answers of two away, and keeps the name that one of them left', async () => {
    const id = await open('relationshipCheckIn')
    await answer(anna, id, { erin: 'afhaken', nodig: 'Een ander geluid', bellen: 'Anna' })
    await answer(bram, id, { erin: 'vol' })
    expect(await answer(anna, id, { erin: 'vol' })).toBe('answered-already')
    await close(id)
    expect(await seenBy(lead)).toMatchObject({
      turnout: { people: 2, partners: 1 },
      picture: null,
      told: { texts: {}, calls: ['Anna'] },
    })
    const box = await table.store.transaction(session, tx => tx.checkBox(id))
    expect(box).toEqual({ counts: {}, texts: {}, calls: ['Anna'] })
  })

  it('shows the picture of three to all, and what was written to who leads, without a name', async () => {
    const id = await open('relationshipCheckIn')
    for (const [who, erin] of [
      [anna, 'vol'],
      [bram, 'afhaken'],
      [cor, 'vol'],
    ] as const)
      await answer(who, id, { erin, nodig: `Tijd  voor\n${erin}` })
    expect(await seenBy(lead)).toMatchObject({ picture: null, told: null, turnout: { people: 3 } })
    await close(id)
    expect((await seenBy(dirk))?.picture?.erin?.people).toEqual({ vol: 2, afhaken: 1 })
    expect((await seenBy(dirk))?.told).toBeNull()
    expect((await seenBy(lead))?.told?.texts.nodig).toEqual([
      'Tijd voor afhaken',
      'Tijd voor vol',
      'Tijd voor vol',
    ])
    expect(await seenBy(anna)).toMatchObject({ answered: true, answer: null })
  })
})

describe('[U24] a check per partner has one answer of each partner, which its people share', () => {
  it('puts a colleague’s answer in the place of the former, and tells who leads which partners are missing', async () => {
    await table.store.transaction(session, tx =>
      tx.addParticipant(person('person-evaa', { partner: PARTNER })),
    )
    const id = await open('giveTake')
    expect((await seenBy(lead))?.waiting).toEqual([PARTNER])
    expect(await answer(bram, id, { balans: 'evenwicht' })).toBe('no-partner')
    await answer(anna, id, { balans: 'veel-brengen', kost: 'Uren' })
    await answer(cor, id, { balans: 'evenwicht', brengt: 'Een plek' })
    expect(await seenBy('person-evaa')).toMatchObject({
      answered: true,
      answer: { balans: 'evenwicht', brengt: 'Een plek' },
      waiting: null,
    })
    expect(await seenBy(lead)).toMatchObject({ waiting: [], told: null, picture: null })
    await close(id)
    expect((await seenBy(bram))?.picture?.balans).toEqual({
      answered: 1,
      people: { evenwicht: 1 },
      partners: null,
    })
    expect((await seenBy(bram))?.told).toBeNull()
    expect((await seenBy(lead))?.told?.partners).toEqual([
      { partner: PARTNER, answer: { balans: 'evenwicht', brengt: 'Een plek' }, byLead: false },
    ])
  })
})

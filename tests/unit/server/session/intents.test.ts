import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deskSession, lead, MOMENT, PARTNER, session } from '#tests/harness/desk-session.ts'

// Of the partner, and of none.
const [anna, bram] = ['person-anna', 'person-bram'] as const
let room: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  room = await deskSession([anna, bram])
})
afterEach(() => room.stop())

const phase = (to: 'collect' | 'statement' | 'sign' | 'closed') =>
  room.store.transaction(session, tx => tx.updateSession({ phase: to }))
const says = (intends: boolean, reason = '', who: string = anna) =>
  room.tell(who, { type: 'declareIntent', intends, reason })

describe('[S11] what a partner means to do', () => {
  it('is told by its people alone, while the statement is written or signed', async () => {
    expect(await says(true)).toBe('phase-forbids')
    for (const moment of ['statement', 'sign'] as const) {
      await phase(moment)
      expect(await says(true)).toBeNull()
    }
    expect(await says(true, '', bram), 'speaks for nobody but himself').toBe('no-partner')
    expect(await says(true, '', lead)).toBe('role-forbids')
    await phase('closed')
    expect(await says(false, 'Te laat')).toBe('phase-forbids')
  })

  it('is seen by all, the later word in the place of the former, with a reason when it is "not yet"', async () => {
    await phase('statement')
    expect(await says(false)).toBe('reason-missing')
    expect(await says(false, 'De raad komt nog bijeen')).toBeNull()
    const word = { partner: PARTNER, by: anna, at: MOMENT }
    for (const who of [anna, bram, lead])
      expect((await room.view(who)).intents).toEqual([
        { ...word, intends: false, reason: 'De raad komt nog bijeen' },
      ])
    await says(true)
    expect((await room.view(bram)).intents).toEqual([{ ...word, intends: true, reason: '' }])
    const told = await room.store.transaction(session, tx => tx.audit())
    expect(told.map(({ type, detail }) => [type, detail])).toEqual([
      ['declareIntent', { intends: false }],
      ['declareIntent', { intends: true }],
    ])
  })

  it('waits while who leads holds the room’s writing: it holds words', async () => {
    await phase('statement')
    await room.tell(lead, { type: 'holdInput', hold: true })
    expect(await says(true)).toBe('input-held')
  })
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import type { Role } from '#lib/domain/participant.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const [anna, bram] = ['person-anna', 'person-bram']
const HASH = 'cd'.repeat(32)
let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna, bram])
})
afterEach(() => table.stop())

const become = (participant: string, role: Role): Command => ({ type: 'setParticipant', participant, role })
const out = (participant: string, removed: boolean): Command => ({
  type: 'setParticipant',
  participant,
  removed,
})
const audit = () => table.store.transaction(session, tx => tx.audit())

it('[U32] who is made to lead as well may all that leading is, and has no vote or signal any more', async () => {
  await table.tell(anna, { type: 'signal', ready: true, hand: true })
  expect(await table.tell(lead, become(anna, 'facilitator'))).toBeNull()
  expect(await table.tell(lead, become(anna, 'facilitator'))).toBeNull()
  expect((await audit()).at(-1)).toMatchObject({
    type: 'setParticipant',
    detail: { participant: anna, role: 'facilitator' },
  })
  const view = await table.view(anna)
  expect(view).toMatchObject({ me: { role: 'facilitator' }, invitation: {}, lobby: { on: false }, lead })
  expect(view.signals).toMatchObject({ ready: { people: 0 }, hands: [] })
  expect(await table.tell(anna, { type: 'holdInput', hold: true })).toBeNull()
  expect(await table.tell(anna, out(bram, true))).toBeNull()
  expect(await table.tell(anna, { type: 'signal', hand: true })).toBe('role-forbids')
  expect(await table.tell(anna, become(anna, 'participant'))).toBeNull()
  expect(await table.tell(anna, { type: 'holdInput', hold: false })).toBe('role-forbids')
})

it('[U32] somebody always leads: whom the link opens as keeps the lead, others lose it before they are removed', async () => {
  await table.tell(lead, become(anna, 'facilitator'))
  for (const change of [become(lead, 'participant'), become(lead, 'observer'), out(lead, true)])
    expect(await table.tell(anna, change)).toBe('role-forbids')
  expect(await table.tell(lead, become(lead, 'participant'))).toBe('role-forbids')
  expect(await table.tell(lead, out(anna, true))).toBe('role-forbids')
  await table.tell(lead, become(anna, 'participant'))
  expect(await table.tell(lead, out(anna, true))).toBeNull()
  expect(await table.tell(anna, { type: 'signal', hand: true })).toBe('removed')
  expect(await table.tell(lead, out(anna, false))).toBeNull()
  expect(await table.tell(anna, { type: 'signal', hand: true })).toBeNull()
})

it('[U33] a new link opens as somebody new, and who came in by the former one is out', async () => {
  await table.tell(lead, become(anna, 'facilitator'))
  expect(await table.tell(anna, { type: 'renewLead', secretHash: HASH })).toBeNull()
  expect(await table.tell(lead, { type: 'holdInput', hold: true })).toBe('removed')
  await expect(table.view(lead)).rejects.toThrow('removed')
  const { lead: now, roster } = await table.view(anna)
  expect(now).not.toBe(lead)
  const name = roster.find(({ id }) => id === lead)?.name
  expect(roster.find(({ id }) => id === now)).toMatchObject({ name, role: 'facilitator', removed: false })
  const record = await table.store.transaction(session, tx => tx.session())
  expect(record).toMatchObject({ secretHash: HASH, lead: now })
  // Once more changes nothing, and the trail tells neither secret nor hash.
  expect(await table.tell(anna, { type: 'renewLead', secretHash: HASH })).toBeNull()
  expect((await table.view(anna)).lead).toBe(now)
  expect(JSON.stringify(await audit())).not.toContain(HASH)
  expect(await table.tell(anna, out(lead, false))).toBe('role-forbids')
})

it('[U74] a new link hands on for whom the former lead wrote, and whom they had called', async () => {
  await table.tell(lead, become(anna, 'facilitator'))
  await table.tell(lead, { type: 'hostPerson', name: 'Dirk', partner: null })
  await table.tell(bram, { type: 'hostPerson', name: 'Eva', partner: null })
  await table.tell(lead, { type: 'gather', view: 'lines', at: null, follow: true })
  await table.tell(anna, { type: 'renewLead', secretHash: HASH })
  const { lead: now, roster, hosted, gathered } = await table.view(anna)
  const id = (name: string) => roster.find(each => each.name === name)?.id ?? ''
  expect(hosted).toEqual({ [id('Dirk')]: now, [id('Eva')]: bram })
  expect(gathered).toMatchObject({ view: 'lines', follow: true, by: now })
  // What somebody else called stays theirs.
  await table.tell(anna, { type: 'gather', view: 'board', at: null, follow: false })
  await table.tell(anna, { type: 'renewLead', secretHash: 'ef'.repeat(32) })
  expect((await table.view(anna)).gathered?.by).toBe(anna)
})

it('[U75] who is removed, or looks on, has no hand up and is not done', async () => {
  await table.tell(anna, { type: 'hostPerson', name: 'Dirk', partner: null })
  const dirk = (await table.view(lead)).roster.find(({ name }) => name === 'Dirk')?.id ?? ''
  const says = (told: object) => ({ type: 'signal', ...told }) as Command
  const up = async () => (await table.view(lead)).signals.hands
  await table.tell(bram, says({ hand: true, ready: true }))
  await table.tell(anna, says({ hand: true, participant: dirk }))
  expect(await up()).toEqual([bram, dirk])
  for (const id of [bram, dirk]) await table.tell(lead, out(id, true))
  expect(await up()).toEqual([])
  expect(await table.tell(anna, says({ hand: true, participant: dirk }))).toBe('not-found')
  for (const id of [bram, dirk]) await table.tell(lead, out(id, false))
  expect(await up()).toEqual([])
  expect((await table.view(lead)).signals.ready.people).toBe(0)
  await table.tell(lead, become(dirk, 'observer'))
  expect(await table.tell(anna, says({ hand: true, participant: dirk }))).toBe('role-forbids')
  expect(await up()).toEqual([])
})

it('[U39] who leads calls everybody to a place and lights a note, for all to read; once more changes nothing', async () => {
  const call = { view: 'board', at: { tile: 'waarde' }, follow: true } as const
  const state = async () => {
    const { gathered, spotlight } = await table.view(anna)
    return { gathered, spotlight }
  }
  expect(await state()).toEqual({ gathered: null, spotlight: null })
  for (const _ of [1, 2]) {
    expect(await table.tell(lead, { type: 'gather', ...call })).toBeNull()
    expect(await table.tell(lead, { type: 'spotlight', note: 'note-00001' })).toBeNull()
    const gathered = { ...call, by: lead, moment: MOMENT }
    expect(await state()).toEqual({ gathered, spotlight: 'note-00001' })
  }
  expect(await table.tell(anna, { type: 'release' })).toBe('role-forbids')
  for (const _ of [1, 2]) {
    expect(await table.tell(lead, { type: 'release' })).toBeNull()
    expect(await table.tell(lead, { type: 'spotlight', note: null })).toBeNull()
    expect(await state()).toEqual({ gathered: null, spotlight: null })
  }
})

it('[U39] a call and a lit note end with their step; who is followed leads on', async () => {
  await table.tell(lead, { type: 'editProgramme', version: 0, steps: firstSteps('nl') })
  const go = (step: string) => table.tell(lead, { type: 'goToStep', step })
  await go('d1-tafels')
  for (const follow of [false, true]) {
    await table.tell(lead, { type: 'gather', view: 'lines', at: null, follow })
    await table.tell(lead, { type: 'spotlight', note: 'note-00001' })
    await go(follow ? 'd1-tafels' : 'd1-oogst')
    const { gathered, spotlight } = await table.view(anna)
    expect([gathered?.follow ?? null, spotlight]).toEqual([follow || null, null])
  }
})

it('[U34] who looks on sees what all see, and changes nothing', async () => {
  await table.tell(lead, become(bram, 'observer'))
  const [seen, all] = [await table.view(bram), await table.view(anna)]
  expect({ ...seen, me: null, invitation: null }).toEqual({ ...all, me: null })
  // It may be the hall's own screen, which shows how one takes part; the link to look on is not theirs to give.
  const { invitation } = await table.view(lead)
  expect(seen.invitation).toEqual({ ...invitation, watchLink: null })
  for (const command of [
    { type: 'signal', hand: true },
    { type: 'handOver', texts: [{ id: 'text-0001', text: 'x', writtenAt: 1 }] },
    { type: 'castVote', ballot: 'ballot-01', choice: { method: 'dots', dots: {} } },
    { type: 'holdInput', hold: true },
  ] satisfies Command[])
    expect([command.type, await table.tell(bram, command)]).toEqual([command.type, 'role-forbids'])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import { openIn, type Step, stepsSchema } from '#lib/domain/programme.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const anna = 'person-anna'
const steps = stepsSchema.parse(firstSteps('nl'))
const [first, second] = steps as [Step, Step]
const go = (step: string) => ({ type: 'goToStep', step }) as const

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna])
  expect(await table.tell(lead, { type: 'editProgramme', version: 0, steps })).toBeNull()
})
afterEach(() => table.stop())

it("[U1] shows everybody the present step and what comes next, and the facilitator's notes to the facilitator alone", async () => {
  expect((await table.view(anna)).step).toBeNull()
  await table.tell(lead, go(second.id))
  const { step, programme } = await table.view(anna)
  expect(step).toMatchObject({ since: MOMENT, place: 2, of: 23, next: steps[2]?.title })
  expect(step?.step).toMatchObject({ title: second.title, instruction: second.instruction })
  expect(programme).toBeNull()
  expect(JSON.stringify(await table.view(anna))).not.toContain(second.notes.split('\n')[0])
  expect((await table.view(lead)).programme).toEqual({ steps, version: 1 })
})

it('[U2] goes forward and back through all steps of the template, each in its phase, until a freeze must come first', async () => {
  const phase = async () => (await table.view(lead)).session.phase
  for (const step of steps) {
    const refusal = await table.tell(lead, go(step.id))
    const fixed = step.phase === 'statement' || step.phase === 'sign'
    expect([step.id, refusal]).toEqual([step.id, fixed ? 'freeze-first' : null])
    if (!fixed) expect(await phase()).toBe(step.phase)
  }
  expect(await table.tell(lead, go(first.id))).toBeNull()
  expect(await phase()).toBe('collect')
})

it('[U2] goes back over a freeze to the step alone', async () => {
  await table.store.transaction(session, tx => tx.updateSession({ phase: 'statement' }))
  expect(await table.tell(lead, go(first.id))).toBeNull()
  const { session: now, step } = await table.view(anna)
  expect([now.phase, step?.step.id]).toEqual(['statement', first.id])
})

it('[U2] does not leave desks or an open vote behind', async () => {
  await table.tell(lead, go(first.id))
  await table.tell(lead, { type: 'openDesks', promise: 'named' })
  const deciding = steps.find(({ phase }) => phase === 'decide') as Step
  expect(await table.tell(lead, go(deciding.id))).toBe('desks-in-use')
  expect((await table.view(lead)).step?.step.id).toBe(first.id)
})

it('[U3] takes an edit of the present version alone, and keeps the step that the room is in', async () => {
  await table.tell(lead, go(second.id))
  const edit = (version: number, to: Step[]) =>
    table.tell(lead, { type: 'editProgramme', version, steps: to })
  expect(await edit(0, [])).toBe('programme-changed')
  expect(await edit(1, [first])).toBe('step-in-use')
  const renamed = [
    { ...second, title: 'Wie missen we?' },
    { ...first, skipped: true },
  ]
  expect(await edit(1, renamed)).toBeNull()
  expect(await edit(1, steps)).toBe('programme-changed')
  const { step } = await table.view(anna)
  expect(step).toMatchObject({ place: 1, of: 1, next: null, step: { title: 'Wie missen we?' } })
})

it('[U4] sets, lengthens, holds and takes away one clock, and a new step begins without', async () => {
  const clock = async () => (await table.view(anna)).clock
  const span = 60_000
  expect(await table.tell(lead, { type: 'addTime', span })).toBe('no-clock')
  await table.tell(lead, { type: 'startClock', span })
  expect(await clock()).toEqual({ total: span, endsAt: MOMENT + span })
  await table.tell(lead, { type: 'addTime', span })
  await table.tell(lead, { type: 'holdClock', hold: true })
  expect(await clock()).toEqual({ total: 2 * span, left: 2 * span })
  expect(await table.tell(lead, { type: 'addTime', span: 8 * 60 * span })).toBe('too-long')
  await table.tell(lead, go(first.id))
  expect(await clock()).toBeNull()
  await table.tell(lead, { type: 'startClock', span })
  await table.tell(lead, go(first.id))
  expect(await clock()).not.toBeNull()
  await table.tell(lead, { type: 'stopClock' })
  expect(await clock()).toBeNull()
})

it('[U12] counts who is done with the step, until the next one, and keeps hands in their order for who leads', async () => {
  const bram = 'person-bram'
  await table.store.transaction(session, tx => tx.addParticipant(person(bram, { name: 'Bram' })))
  await table.tell(lead, go(first.id))
  await table.tell(bram, { type: 'signal', hand: true })
  await table.tell(anna, { type: 'signal', ready: true, hand: true })
  await table.tell(bram, { type: 'signal', ready: true })
  expect((await table.view(bram)).signals).toEqual({
    ready: { people: 2, partners: 1 },
    mine: { ready: true, hand: true },
    hands: null,
    theirs: {},
  })
  expect((await table.view(lead)).signals.hands).toEqual([bram, anna])
  await table.tell(lead, { type: 'lowerHand', participant: bram })
  await table.tell(lead, { type: 'setParticipant', participant: bram, removed: true })
  expect((await table.view(lead)).signals).toMatchObject({ ready: { people: 1 }, hands: [anna] })
  await table.tell(lead, go(second.id))
  expect((await table.view(anna)).signals).toMatchObject({
    ready: { people: 0, partners: 0 },
    mine: { ready: false, hand: true },
  })
})

it('[U57] a step that is about some bouwstenen asks notes for those, as long as its phase goes on', () => {
  const about = (id: string) => {
    const step = steps.find(each => each.id === id)
    return step ? openIn(step, 'collect') : 'no step'
  }
  expect(about('d1-verzamelen')).toEqual(['opgave', 'waarde', 'samen-doen', 'deelname'])
  expect(about('d1-tafels')).toBeNull()
  expect(openIn({ bouwstenen: [], phase: 'collect' }, 'collect')).toBeNull()
  expect(openIn({ bouwstenen: ['opgave'], phase: 'collect' }, 'order')).toBeNull()
  expect(openIn({ bouwstenen: ['opgave'], phase: 'decide' }, 'collect')).toBeNull()
  expect(openIn(null, 'collect')).toBeNull()
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { firstTables } from '#lib/content/first-tables.ts'
import { HOSTED_MAX } from '#lib/domain/hosting.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, PARTNER, session } from '#tests/harness/desk-session.ts'

const [anna, bram, kijker] = ['person-anna', 'person-bram', 'person-kijker']

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna, bram])
})
afterEach(() => table.stop())

const host = (who: string, name: string, partner: string | null = PARTNER) =>
  table.tell(who, { type: 'hostPerson', name, partner })
const tick = (who: string, participant: string, ticked = true) =>
  table.tell(who, { type: 'tickPerson', participant, ticked })
const idOf = async (name: string) =>
  (await table.view(lead)).roster.find(each => each.name === name)?.id as string
const hosted = async () => (await table.view(anna)).hosted

it('[U55] who has no device comes in on another’s, counts as a person of their partner, and is seated where that device is', async () => {
  const tables = firstTables(2, 'nl')
  await table.tell(lead, { type: 'seatTables', seating: { tables, rounds: 2, seats: {} } })
  expect(await host(anna, 'Dirk', 'p-of-nobody')).toBe('no-partner')
  expect(await host(anna, 'Dirk')).toBeNull()
  const dirk = await idOf('Dirk')
  const { roster, tables: seated } = await table.view(lead)
  expect(roster.find(({ id }) => id === dirk)).toMatchObject({ partner: PARTNER, role: 'participant' })
  expect(seated?.seats[dirk]?.[0]).toBe(seated?.seats[anna]?.[0])
  expect(await hosted()).toEqual({ [dirk]: anna })
})

it('[U55] people are ticked on one device at a time, and unticked by it or by who leads', async () => {
  await host(anna, 'Dirk')
  const dirk = await idOf('Dirk')
  expect(await tick(bram, dirk, false)).toBe('not-yours')
  expect(await tick(bram, dirk)).toBeNull()
  expect(await hosted()).toEqual({ [dirk]: bram })
  expect(await tick(bram, dirk, false)).toBeNull()
  await tick(anna, dirk)
  expect(await tick(lead, dirk, false)).toBeNull()
  expect(await hosted()).toEqual({ [dirk]: null })
  expect(await tick(anna, bram)).toBe('not-found')
  await table.store.transaction(session, tx => tx.addParticipant(person(kijker, { role: 'observer' })))
  expect(await tick(kijker, dirk)).toBe('role-forbids')
})

it('[U55] one device is shared by so many and no more', async () => {
  for (let n = 0; n < HOSTED_MAX; n++) expect(await host(anna, `Gast ${n}`)).toBeNull()
  expect(await host(anna, 'Eén te veel')).toBe('device-full')
  await tick(anna, await idOf('Gast 0'), false)
  expect(await host(anna, 'Past weer')).toBeNull()
  expect(await tick(anna, await idOf('Gast 0'))).toBe('device-full')
})

it('[U55] they are done and raise a hand by that device alone, counted as people and partners', async () => {
  await host(anna, 'Dirk')
  const dirk = await idOf('Dirk')
  const signal = (who: string) =>
    table.tell(who, { type: 'signal', ready: true, hand: true, participant: dirk })
  expect(await signal(bram)).toBe('not-yours')
  expect(await signal(anna)).toBeNull()
  const { signals } = await table.view(anna)
  expect(signals).toMatchObject({
    ready: { people: 1, partners: 1 },
    mine: { ready: false, hand: false },
    theirs: { [dirk]: { ready: true, hand: true } },
  })
  expect((await table.view(lead)).signals.hands).toEqual([dirk])
  expect((await table.view(bram)).signals.theirs).toEqual({})
})

it('[U55] who has no device stays so when what was made is wiped', async () => {
  await host(anna, 'Dirk')
  await table.tell(lead, { type: 'wipeContent' })
  expect(await hosted()).toEqual({ [await idOf('Dirk')]: anna })
})

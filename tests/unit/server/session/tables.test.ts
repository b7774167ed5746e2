import { afterEach, beforeEach, expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import { firstTables } from '#lib/content/first-tables.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { seated } from '#lib/domain/seating.ts'
import { type SeatedTables, TABLES_MAX, tableAt, tableSchema } from '#lib/domain/tables.ts'
import { join } from '#server/session/joining.ts'
import { CODE, deskSession, lead, MOMENT } from '#tests/harness/desk-session.ts'

const people = Array.from({ length: 10 }, (_, index) => `person-${String(index).padStart(4, '0')}`)
const tables = firstTables(4, 'nl')
const rounds = 3

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession(people)
})
afterEach(() => table.stop())

const seat = () =>
  table.tell(lead, { type: 'seatTables', seating: { tables, rounds, seats: seatsOf(people) } })
const seatsOf = (ids: readonly string[]) =>
  Object.fromEntries(
    Object.entries(
      seated(
        ids.map(id => ({ id, partner: null })),
        4,
        rounds,
      ),
    ).map(([id, mine]) => [id, [...mine]]),
  )
const shown = async (who = people[0] as string) => (await table.view(who)).tables as SeatedTables

it('[U9] gives everybody a seat in every round, who was not reckoned with and who comes later too', async () => {
  const seats = seatsOf(people.slice(0, 8))
  await table.tell(lead, { type: 'seatTables', seating: { tables, rounds, seats } })
  const ports = {
    ...{ store: table.store, announce: async () => {}, now: () => MOMENT },
    ...{ key: 'key', publicUrl: 'https://bord.example' },
  }
  const late = await join(ports, { code: CODE, name: 'Laatkomer', partner: null })
  expect(late.ok).toBe(true)
  const { seats: now } = await shown()
  expect(Object.keys(now)).toHaveLength(people.length + 1)
  for (let round = 0; round < rounds; round++) {
    const sizes = tables.map((_, place) => Object.values(now).filter(mine => mine[round] === place).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  }
})

it('[U9] gives who takes part from now on a seat as well: let in again, or no longer only looking on', async () => {
  const [first, second, bram, ...others] = people as [string, string, string, ...string[]]
  await table.tell(lead, { type: 'setParticipant', participant: bram, removed: true })
  await table.tell(lead, {
    type: 'seatTables',
    seating: { tables, rounds, seats: seatsOf([first, second, ...others]) },
  })
  expect(Object.keys((await shown()).seats)).not.toContain(bram)
  await table.tell(lead, { type: 'setParticipant', participant: bram, removed: false })
  expect(Object.keys((await shown()).seats)).toContain(bram)
})

it('[U9] leads from round to round and back, gives somebody another table, and knows who sat where when', async () => {
  await seat()
  const [anna] = people as [string]
  const first = (await shown()).seats[anna] as number[]
  expect(await table.tell(lead, { type: 'goToRound', round: rounds })).toBe('wrong-step')
  await table.tell(lead, { type: 'goToRound', round: 1 })
  const other = (first[1] as number) === 0 ? 1 : 0
  await table.tell(lead, { type: 'moveSeat', participant: anna, table: other })
  const now = await shown()
  expect([now.round, now.seats[anna]]).toEqual([1, [first[0], other, first[2]]])
  expect(tableAt(now, anna, MOMENT - 1)).toBeNull()
  expect(tableAt(now, anna, MOMENT)).toBe(other)
  expect(await table.tell(lead, { type: 'moveSeat', participant: anna, table: 4 })).toBe('not-found')
})

it('[U9] keeps the tables and who sat where through other steps, until they are taken away', async () => {
  const steps = firstSteps('nl')
  await table.tell(lead, { type: 'editProgramme', version: 0, steps })
  const go = (step: string) => table.tell(lead, { type: 'goToStep', step })
  await go('d1-tafels')
  await seat()
  const before = await shown()
  await go('d1-oogst')
  expect(await shown()).toEqual(before)
  await table.tell(lead, { type: 'clearTables' })
  expect(await shown()).toBeNull()
})

it('[U9] begins with tables that hold all bouwstenen, however many there are', () => {
  for (let count = 2; count <= TABLES_MAX; count++) {
    const first = firstTables(count, 'nl').map(each => tableSchema.parse(each))
    expect(first).toHaveLength(count)
    expect(new Set(first.flatMap(each => each.bouwstenen))).toEqual(new Set(bouwstenen))
  }
})

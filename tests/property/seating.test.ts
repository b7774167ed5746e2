import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Guest, mixing, type Seats, seated, seatsFor } from '#lib/domain/seating.ts'

const guests = fc
  .array(fc.option(fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 45 })
  .map(partners =>
    partners.map(
      (partner, index): Guest => ({ id: `guest-${index}`, partner: partner === null ? null : `p${partner}` }),
    ),
  )
const hall = fc.record({
  guests,
  tables: fc.integer({ min: 1, max: 9 }),
  rounds: fc.integer({ min: 1, max: 6 }),
})

const sizes = (seats: Seats, tables: number, round: number): number[] =>
  Array.from(
    { length: tables },
    (_, table) => Object.values(seats).filter(each => each[round] === table).length,
  )
const spread = (all: readonly number[]): number => Math.max(...all) - Math.min(...all)

describe('tables', () => {
  it('[U8] differ in size by at most one in every round, and nobody comes to one twice before all were had', () => {
    fc.assert(
      fc.property(hall, ({ guests, tables, rounds }) => {
        const seats = seated(guests, tables, rounds)
        expect(Object.keys(seats).toSorted()).toEqual(guests.map(({ id }) => id).toSorted())
        for (let round = 0; round < rounds; round++)
          expect(spread(sizes(seats, tables, round))).toBeLessThanOrEqual(1)
        if (rounds <= tables) for (const mine of Object.values(seats)) expect(new Set(mine).size).toBe(rounds)
      }),
    )
  })

  it('[U8] mix partners better than moving on together does, and better than by lot', () => {
    fc.assert(
      fc.property(hall, fc.infiniteStream(fc.nat()), ({ guests, tables, rounds }, lots) => {
        const worth = (seats: Seats) => {
          const { together, repeated } = mixing(guests, seats)
          return 3 * together + repeated
        }
        const ours = worth(seated(guests, tables, rounds))
        const moving = Object.fromEntries(
          guests.map(({ id }, index) => [
            id,
            Array.from({ length: rounds }, (_, round) => (index + round) % tables),
          ]),
        )
        expect(ours).toBeLessThanOrEqual(worth(moving))
        const lot = [...guests]
          .map(guest => ({ guest, at: lots.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
        const byLot = Object.fromEntries(
          lot.map(({ guest }, index) => [
            guest.id,
            Array.from({ length: rounds }, (_, round) => (index + round) % tables),
          ]),
        )
        expect(ours).toBeLessThanOrEqual(worth(byLot))
      }),
    )
  })

  it('[U8] part a partner over all tables and repeat nobody, where that can be', () => {
    const four = Array.from({ length: 20 }, (_, index) => ({
      id: `guest-${index}`,
      partner: `p${Math.floor(index / 5)}`,
    }))
    expect(mixing(four, seated(four, 5, 4))).toEqual({ together: 0, repeated: 0 })
  })

  it('[U8] take who comes later where there is most room', () => {
    fc.assert(
      fc.property(hall, ({ guests, tables, rounds }) => {
        const seats = seated(guests, tables, rounds)
        const late = { id: 'late', partner: 'p0' }
        const mine = seatsFor(late, guests, seats, tables, rounds)
        const all = { ...seats, [late.id]: mine }
        for (let round = 0; round < rounds; round++)
          expect(spread(sizes(all, tables, round))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

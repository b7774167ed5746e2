import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderFor } from '#lib/domain/ballot.ts'
import { isReached, needed, outcomeOf, type Share, shares, type Threshold } from '#lib/domain/ballot-rules.ts'
import { counted } from '#lib/domain/tally.ts'

const share = fc.constantFrom(...shares)
const whole = fc.integer({ min: 1, max: 500 })

describe('a share of a whole', () => {
  it('[B22] is reached by the least number that is told beforehand, and by one fewer never', () => {
    fc.assert(
      fc.property(share, whole, (which, of) => {
        const least = needed(which, of)
        expect(least).toBeGreaterThanOrEqual(1)
        expect(least).toBeLessThanOrEqual(of)
        expect(isReached(which, least, of)).toBe(true)
        expect(isReached(which, least - 1, of)).toBe(false)
      }),
    )
  })

  it('[B22] is never lost by one more, and of nobody nothing is reached', () => {
    fc.assert(
      fc.property(share, whole, fc.nat(500), (which, of, part) => {
        if (isReached(which, part, of)) expect(isReached(which, part + 1, of)).toBe(true)
        expect(isReached(which, part, 0)).toBe(false)
      }),
    )
  })

  it('[B22] is exact where tenths would round', () => {
    const edges: [Share, number, number, number][] = [
      ['half', 10, 5, 4],
      ['majority', 10, 6, 5],
      ['majority', 9, 5, 4],
      ['two-thirds', 9, 6, 5],
      ['two-thirds', 10, 7, 6],
      ['three-quarters', 8, 6, 5],
      ['three-quarters', 10, 8, 7],
      ['all', 10, 10, 9],
    ]
    for (const [which, of, enough, fewer] of edges)
      expect([which, of, isReached(which, enough, of), isReached(which, fewer, of)]).toEqual([
        which,
        of,
        true,
        false,
      ])
  })
})

describe('the outcome of a vote', () => {
  const entitled = { people: 20, partners: 10 }
  const at = (values: { agree: number; reservation: number; objection: number; abstain: number }) => {
    const option = { proposal: 'proposal-1', dots: 0, reasons: [], ...counted(values, values) }
    const voters = values.agree + values.reservation + values.objection + values.abstain
    return { voters, partners: voters, options: [option] }
  }
  const rules = (threshold: Threshold | null, quorum: Share | null = null) => ({
    ...{ method: 'consent' as const, by: 'partner' as const, quorum, threshold },
  })
  const reached = (threshold: Threshold, values: Parameters<typeof at>[0]) =>
    outcomeOf(rules(threshold), at(values), entitled).options?.[0]?.reached

  it('[B22] counts who abstains for the quorum, and for no side', () => {
    const values = { agree: 3, reservation: 1, objection: 2, abstain: 1 }
    const { quorum, options } = outcomeOf(rules('two-thirds', 'two-thirds'), at(values), entitled)
    expect(quorum).toEqual({ share: 'two-thirds', voted: 7, of: 10, least: 7, reached: true })
    expect(options).toMatchObject([{ inFavour: 4, of: 6, least: 4, reached: true }])
  })

  it('[B22] lets one objection stop a text that nobody may object to, and no number of others', () => {
    const part = fc.nat(9)
    fc.assert(
      fc.property(fc.record({ agree: part, reservation: part, objection: part, abstain: part }), values => {
        const inFavour = values.agree + values.reservation
        expect(reached('no-objection', values)).toBe(values.objection === 0 && inFavour > 0)
        const all = inFavour + values.objection
        expect(reached('majority', values)).toBe(inFavour * 2 > all)
        expect(reached('all', values)).toBe(all > 0 && values.objection === 0)
      }),
    )
  })

  it('[B22] says nothing of rules that were not set', () => {
    const values = { agree: 1, reservation: 0, objection: 0, abstain: 0 }
    expect(outcomeOf(rules(null), at(values), entitled)).toEqual({ quorum: null, options: null })
  })
})

describe('the order of the texts', () => {
  const options = Array.from({ length: 4 }, (_, n) => ({ proposal: `proposal-${n}` }))
  const ballot = (id: string, shuffled = true) => ({ id, shuffled, options })

  it('[B24] is each voter’s own, the same each time, with every text in it once; and can be left as it was', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (id, voter) => {
        const order = orderFor(ballot(id), voter)
        expect(orderFor(ballot(id), voter)).toEqual(order)
        expect(new Set(order)).toEqual(new Set(options))
        expect(orderFor(ballot(id, false), voter)).toEqual(options)
      }),
    )
  })

  it('[B24] puts every text first for about as many voters', () => {
    const firsts = Array.from({ length: 800 }, (_, n) => orderFor(ballot('ballot-01'), `person-${n}`)[0])
    for (const option of options) {
      const times = firsts.filter(each => each === option).length
      expect(times).toBeGreaterThan(140)
      expect(times).toBeLessThan(260)
    }
  })
})

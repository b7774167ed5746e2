import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ballot, consentValues, optionOf, type Vote } from '#lib/domain/ballot.ts'
import { tally } from '#lib/domain/tally.ts'

const proposals = ['proposal-1', 'proposal-2']
const ballot = (method: Ballot['method']): Ballot => ({
  id: 'ballot-01',
  round: 1,
  method,
  per: 'person',
  dots: 5,
  options: proposals.map(id => optionOf({ id, text: id })),
  state: 'closed',
  openedAt: 1,
  closedAt: 2,
  revealedAt: null,
})
const partner = fc.option(fc.constantFrom('partner-1', 'partner-2', 'partner-3'), { nil: null })
const votes = (choice: fc.Arbitrary<Vote['choice']>): fc.Arbitrary<Vote[]> =>
  fc
    .array(fc.record({ partner, choice }), { maxLength: 20 })
    .map(list => list.map((vote, n) => ({ ...vote, voter: `person-${n}`, participant: `person-${n}` })))
const dotVotes = votes(
  fc
    .dictionary(fc.constantFrom(...proposals), fc.integer({ min: 1, max: 2 }))
    .map(dots => ({ method: 'dots' as const, dots })),
)
const answer = fc.record({ value: fc.constantFrom(...consentValues), reason: fc.constantFrom('', 'Omdat') })
const consentVotes = votes(
  fc
    .record({ 'proposal-1': answer, 'proposal-2': answer })
    .map(answers => ({ method: 'consent' as const, answers })),
)
const numbers = (counted: ReturnType<typeof tally>) =>
  counted.options.map(({ reasons, ...rest }) => ({ ...rest, reasons: reasons.length }))

describe('tally', () => {
  it('[V1] counts the same whatever the order of the votes', () => {
    fc.assert(
      fc.property(
        dotVotes.chain(list =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(numbers(tally(ballot('dots'), shuffled))).toEqual(numbers(tally(ballot('dots'), list)))
        },
      ),
    )
  })

  it('[V2] loses no dot and invents none', () => {
    fc.assert(
      fc.property(dotVotes, list => {
        const cast = list.flatMap(vote =>
          vote.choice.method === 'dots' ? Object.values(vote.choice.dots) : [],
        )
        const counted = tally(ballot('dots'), list).options.reduce((sum, option) => sum + option.dots, 0)
        expect(counted).toBe(cast.reduce((sum, dots) => sum + dots, 0))
      }),
    )
  })

  it('[V3] lets one objection within a partner stand for that partner', () => {
    fc.assert(
      fc.property(consentVotes, list => {
        const [first] = tally(ballot('consent'), list).options
        const objecting = new Set(
          list
            .filter(
              vote =>
                vote.choice.method === 'consent' && vote.choice.answers['proposal-1']?.value === 'objection',
            )
            .flatMap(vote => vote.partner ?? []),
        )
        expect(first?.partnerValues.objection).toBe(objecting.size)
        expect(Object.values(first?.values ?? {}).reduce((sum, n) => sum + n, 0)).toBe(list.length)
      }),
    )
  })
})

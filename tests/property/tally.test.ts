import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ballot, type Choice, optionOf, type Vote } from '#lib/domain/ballot.ts'
import {
  answersOf,
  type BallotMethod,
  ballotMethods,
  isFor,
  type Standing,
  standingsOf,
} from '#lib/domain/ballot-answer.ts'
import { emptyBallotBox, tallyOfBox, withVote } from '#lib/domain/ballot-box.ts'
import { acceptHands, type Hands } from '#lib/domain/ballot-hands.ts'
import { type OptionTally, tally } from '#lib/domain/tally.ts'

const proposals = ['proposal-1', 'proposal-2']
const ballot = (method: Ballot['method']): Ballot => ({
  id: 'ballot-01',
  round: 1,
  method,
  per: 'person',
  dots: 5,
  by: 'person',
  quorum: null,
  threshold: null,
  shuffled: true,
  anonymous: false,
  options: proposals.map(id => optionOf({ id, text: id })),
  state: 'open',
  openedAt: 1,
  closedAt: null,
  revealedAt: null,
  entitled: null,
})
const partner = fc.option(fc.constantFrom('partner-1', 'partner-2', 'partner-3'), { nil: null })
const choiceOf = (method: BallotMethod): fc.Arbitrary<Choice> => {
  if (method === 'dots')
    return fc
      .dictionary(fc.constantFrom(...proposals), fc.integer({ min: 1, max: 2 }))
      .map(dots => ({ method, dots }))
  const answer = fc.record({
    value: fc.constantFrom(...answersOf[method]),
    reason: fc.constantFrom('', 'Omdat', 'Daarom'),
  })
  const answers = fc.record({ 'proposal-1': answer, 'proposal-2': answer })
  return answers.map(given => ({ method, answers: given }) as Choice)
}
const votesIn = (method: BallotMethod): fc.Arbitrary<Vote[]> =>
  fc
    .array(fc.record({ partner, choice: choiceOf(method) }), { maxLength: 20 })
    .map(list =>
      list.map((vote, n) => ({ ...vote, voter: `person-${n}`, participant: `person-${n}`, trail: [] })),
    )
/** People of one partner who raise their hands: each option gets the same number of them, spread over where they may stand. */
const handsIn = (method: BallotMethod): fc.Arbitrary<Hands[]> => {
  const places = method === 'dots' ? (['dot'] as const) : standingsOf[method].slice(1)
  const group = fc
    .record({
      partner,
      abstained: fc.nat(3),
      at: fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 5 }),
    })
    .map(({ partner, abstained, at }): Hands => {
      const here: Partial<Record<Standing, number>> = {}
      for (const value of at) here[value] = (here[value] ?? 0) + 1
      const counts = Object.fromEntries(proposals.map(each => [each, here]))
      const reasons = Object.fromEntries(proposals.map(each => [each, 'Daarom']))
      return { partner, abstained, people: at.length + abstained, counts, reasons }
    })
  return fc.uniqueArray(group, { selector: each => each.partner, maxLength: 4 })
}
const cast = fc
  .constantFrom(...ballotMethods)
  .chain(method => fc.record({ method: fc.constant(method), votes: votesIn(method), hands: handsIn(method) }))
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })

const sum = (counts: OptionTally['values'], which: (value: Standing) => boolean = () => true) =>
  Object.entries(counts).reduce((all, [value, n]) => (which(value as Standing) ? all + n : all), 0)
const sorted = (counted: ReturnType<typeof tally>) => ({
  ...counted,
  casters: [],
  options: counted.options.map(({ reasons, ...rest }) => ({
    ...rest,
    reasons: reasons.map(each => JSON.stringify(each)).sort(),
  })),
})

describe('tally', () => {
  it('[V1] counts the same whatever the order of the votes, and of the hands', () => {
    const mixed = cast.chain(({ method, votes, hands }) =>
      fc.record({
        method: fc.constant(method),
        one: fc.constant({ votes, hands }),
        other: fc.record({ votes: shuffled(votes), hands: shuffled(hands) }),
      }),
    )
    fc.assert(
      fc.property(mixed, ({ method, one, other }) => {
        expect(sorted(tally(ballot(method), other.votes, other.hands))).toEqual(
          sorted(tally(ballot(method), one.votes, one.hands)),
        )
      }),
    )
  })

  it('[V2] loses no dot and invents none', () => {
    fc.assert(
      fc.property(votesIn('dots'), handsIn('dots'), (votes, hands) => {
        const placed = votes.flatMap(({ choice }) =>
          choice.method === 'dots' ? Object.values(choice.dots) : [],
        )
        const raised = hands.flatMap(({ counts }) => Object.values(counts).map(here => here.dot ?? 0))
        const counted = tally(ballot('dots'), votes, hands).options.reduce((all, { dots }) => all + dots, 0)
        expect(counted).toBe([...placed, ...raised].reduce((all, dots) => all + dots, 0))
      }),
    )
  })

  it('[V3] lets one objection within a partner stand for that partner', () => {
    fc.assert(
      fc.property(votesIn('consent'), list => {
        const [first] = tally(ballot('consent'), list).options
        const objecting = list.filter(
          ({ choice }) => choice.method === 'consent' && choice.answers['proposal-1']?.value === 'objection',
        )
        expect(first?.partnerValues.objection).toBe(
          new Set(objecting.flatMap(each => each.partner ?? [])).size,
        )
        expect(sum(first?.values ?? {})).toBe(list.length)
      }),
    )
  })

  it('[B21] counts everybody once at each text, and who abstains apart: never for it, nor among who took a side', () => {
    fc.assert(
      fc.property(cast, ({ method, votes, hands }) => {
        const { voters, options } = tally(ballot(method), votes, hands)
        expect(voters).toBe(votes.length + hands.reduce((all, { people }) => all + people, 0))
        const partners = new Set([...votes, ...hands].flatMap(each => each.partner ?? [])).size
        for (const { values, partnerValues, people, sided, partners: inFavour } of options) {
          expect(sum(values)).toBe(voters)
          expect(sum(partnerValues)).toBe(partners)
          expect([people, inFavour]).toEqual([sum(values, isFor), sum(partnerValues, isFor)])
          expect(sided.people).toBe(voters - (values.abstain ?? 0))
          expect(sided.partners).toBe(partners - (partnerValues.abstain ?? 0))
        }
        const without = votes.filter(
          ({ choice }) => choice.method !== 'dots' || Object.keys(choice.dots).length > 0,
        )
        expect(tally(ballot(method), without, []).options.map(({ people }) => people)).toEqual(
          tally(ballot(method), votes, []).options.map(({ people }) => people),
        )
      }),
    )
  })

  it('[B27] counts a box without names as it counts the same votes with them', () => {
    fc.assert(
      fc.property(cast, ({ method, votes }) => {
        const asked = ballot(method)
        const box = votes.reduce((so, { choice }) => withVote(so, asked, choice), emptyBallotBox)
        const named = tally(asked, votes)
        const nameless = tallyOfBox(asked, box, 0)
        expect(nameless.voters).toBe(named.voters)
        for (const [index, { people, dots, values, reasons }] of nameless.options.entries()) {
          expect({ people, dots, values }).toEqual({
            people: named.options[index]?.people,
            dots: named.options[index]?.dots,
            values: named.options[index]?.values,
          })
          expect(reasons).toHaveLength(named.options[index]?.reasons.length ?? -1)
        }
        const other = votes
          .toReversed()
          .reduce((so, { choice }) => withVote(so, asked, choice), emptyBallotBox)
        expect(JSON.stringify(other), 'the order in which votes came is not in it').toBe(JSON.stringify(box))
      }),
    )
  })

  it('[B29] takes hands that add up, and no others', () => {
    fc.assert(
      fc.property(cast, ({ method, hands }) => {
        for (const each of hands) {
          expect(acceptHands(ballot(method), each)).toBeNull()
          expect(acceptHands({ ...ballot(method), anonymous: true }, each)).toBe('wrong-choice')
          expect(acceptHands({ ...ballot(method), per: 'partner' }, each)).toBe('wrong-choice')
          expect(acceptHands(ballot(method), { ...each, abstained: each.people + 1 })).toBe('wrong-choice')
          if (method !== 'dots')
            expect(acceptHands(ballot(method), { ...each, people: each.people + 1 })).toBe('wrong-choice')
        }
      }),
    )
  })
})

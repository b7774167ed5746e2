import { describe, expect, it } from 'vitest'
import { questionsOf } from '#lib/content/check-forms.ts'
import { acceptCheckHands, type CheckHands } from '#lib/domain/check-hands.ts'
import { emptyBox, hasPicture, leftOut, pictureOf, pictureOfBox } from '#lib/domain/check-tally.ts'

const test = questionsOf('opgaveTest')
const relation = questionsOf('relationshipCheckIn')
const open = { per: 'person', anonymous: false, state: 'open' } as const
const nameless = { ...open, anonymous: true } as const
const hands = (change: Partial<CheckHands> = {}): CheckHands => ({
  partner: 'gemeente',
  people: 3,
  counts: { feiten: { groen: 2, rood: 1 } },
  ...change,
})

describe('[U90] hands that are counted fit the questions of a check that people answer one by one', () => {
  it('takes hands at some of the questions, also of fewer than all who were counted', () => {
    expect(acceptCheckHands(open, test, hands())).toBeNull()
    expect(acceptCheckHands(open, test, hands({ people: 5 }))).toBeNull()
    expect(acceptCheckHands(open, test, hands({ partner: null }))).toBeNull()
  })

  it.each<[string, Partial<CheckHands>]>([
    ['more hands at a question than people', { people: 2 }],
    ['none at all', { counts: {} }],
    ['nothing but noughts', { counts: { feiten: { groen: 0 } } }],
    ['a question that is not asked', { counts: { iets: { groen: 1 } } }],
    ['an option that is not there', { counts: { feiten: { paars: 1 } } }],
    ['an option that every object has', { counts: { feiten: { constructor: 1 } } }],
  ])('refuses %s', (_, change) => {
    expect(acceptCheckHands(open, test, hands(change))).toBe('wrong-answer')
  })

  it('takes none after closing, of a partner’s one answer, or at a question that asks words', () => {
    expect(acceptCheckHands({ ...open, state: 'closed' }, test, hands())).toBe('check-not-open')
    expect(acceptCheckHands({ ...open, per: 'partner' }, test, hands())).toBe('wrong-answer')
    const words = hands({ partner: null, counts: { nodig: { vol: 1 } } })
    expect(acceptCheckHands(nameless, relation, words)).toBe('wrong-answer')
  })

  it('adds hands to what people answered themselves, by people and partners', () => {
    const answers = [
      {
        answerer: 'anna',
        participant: 'anna',
        partner: 'gemeente',
        answer: { feiten: 'groen' },
        byLead: false,
      },
      { answerer: 'bram', participant: 'bram', partner: 'huren', answer: { feiten: 'rood' }, byLead: false },
    ]
    const all = [hands({ counts: { feiten: { groen: 2, rood: 1, oranje: 0 } } }), hands({ partner: null })]
    for (const order of [all, all.toReversed()])
      expect(pictureOf(test, 'person', answers, order).feiten).toEqual({
        answered: 8,
        people: { groen: 5, rood: 3 },
        partners: { groen: 1, rood: 2 },
      })
  })
})

describe('[U91] slips of paper are of nobody, and a picture never shows the answers of one or two', () => {
  it('are of no partner, and lie in the picture with what is in the box', () => {
    const slips = hands({ partner: null, people: 4, counts: { erin: { vol: 3, twijfel: 1 } } })
    expect(acceptCheckHands(nameless, relation, slips)).toBeNull()
    expect(acceptCheckHands(nameless, relation, { ...slips, partner: 'gemeente' })).toBe('wrong-answer')
    const box = { ...emptyBox, counts: { erin: { vol: 2, afhaken: 1 } } }
    expect(pictureOfBox(relation, box, [slips]).erin).toEqual({
      answered: 7,
      people: { vol: 5, afhaken: 1, twijfel: 1 },
      partners: null,
    })
  })

  it.each([
    [0, 0, false, 0],
    [2, 0, false, 0],
    [0, 2, false, 0],
    [2, 2, false, 0],
    [3, 0, true, 0],
    [3, 1, true, 0],
    [0, 3, true, 0],
    [2, 3, true, 2],
  ])(
    'of %i own answers and %i on paper there is a picture: %s, without %i',
    (own, byHand, shown, without) => {
      for (const check of [open, nameless]) {
        expect(hasPicture(check, own, byHand)).toBe(shown)
        expect(leftOut(check, own, byHand)).toBe(without)
      }
    },
  )
})

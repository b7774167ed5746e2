import { describe, expect, it } from 'vitest'
import { checkForms, questionsOf } from '#lib/content/check-forms.ts'
import { acceptAnswer, type CheckAnswer, checkAnswerSchema, checkKinds } from '#lib/domain/check.ts'
import { emptyBox, intoBox, middleOf, pictureOf, pictureOfBox } from '#lib/domain/check-tally.ts'
import { isShown } from '#lib/domain/present-check.ts'

const anna = { id: 'person-anna', partner: 'partner-one' }
const forSelf = { id: 'person-bram', partner: null }
const open = { per: 'person', state: 'open' } as const
const relation = questionsOf('relationshipCheckIn')
const grades = questionsOf('legitimacy')
const judged = (
  answer: CheckAnswer,
  questions = relation,
  check: Parameters<typeof acceptAnswer>[0] = open,
) => acceptAnswer(check, questions, anna, answer)

describe('[U20] an answer fits the questions of its check', () => {
  it('takes an option, a grade, words and the name of who wants to be called, and lets one pass questions over', () => {
    expect(judged({ erin: 'twijfel', nodig: 'Rust', bellen: 'Anna' })).toBeNull()
    expect(judged({ formeel: 7.5 }, grades)).toBeNull()
    for (const kind of checkKinds)
      for (const { ask } of checkForms[kind].questions)
        expect(checkAnswerSchema.safeParse({ [ask.id]: 'x' }).success, `${kind} ${ask.id}`).toBe(true)
  })

  it.each<[string, CheckAnswer, typeof relation]>([
    ['nothing at all', {}, relation],
    ['words alone', { nodig: 'Rust' }, relation],
    ['a question that is not asked', { erin: 'vol', iets: 'x' }, relation],
    ['an option that is not there', { erin: 'half' }, relation],
    ['a number for an option', { erin: 1 }, relation],
    ['a number for words', { erin: 'vol', nodig: 3 }, relation],
    ['words that nobody sees', { erin: 'vol', nodig: '\u200b' }, relation],
    ['a grade between the steps', { formeel: 7.3 }, grades],
    ['a grade below the lowest', { formeel: 0.5 }, grades],
    ['a grade above the highest', { formeel: 10.5 }, grades],
    ['a grade that is no number', { formeel: Number.NaN }, grades],
    ['words for a grade', { formeel: '7' }, grades],
  ])('refuses %s', (_, answer, questions) => {
    expect(judged(answer, questions)).toBe('wrong-answer')
  })

  it('is taken while the check is open, and per partner of nobody who speaks for themself', () => {
    expect(judged({ erin: 'vol' }, relation, { ...open, state: 'closed' })).toBe('check-not-open')
    expect(acceptAnswer({ ...open, per: 'partner' }, grades, forSelf, { formeel: 7 })).toBe('no-partner')
  })

  it('names no question after what every object has', () => {
    expect(checkAnswerSchema.safeParse({ constructor: 'x' }).success).toBe(false)
    expect(checkAnswerSchema.safeParse(JSON.parse('{"__proto__": "x"}')).data?.erin).toBeUndefined()
  })
})

describe('[U21] the picture is how answers lie, whatever the order in which they came', () => {
  const given: CheckAnswer[] = [
    { erin: 'vol', nodig: 'Tijd', bellen: 'Zoë' },
    { erin: 'vol', samen: 'soms' },
    { erin: 'afhaken', nodig: 'Rust', bellen: 'Bo' },
  ]
  const boxOf = (answers: readonly CheckAnswer[]) =>
    answers.reduce((box, answer) => intoBox(box, relation, answer), emptyBox)

  it('counts what is in the box of an anonymous check, question by question', () => {
    const picture = pictureOfBox(relation, boxOf(given), [])
    expect(picture).toEqual({
      erin: { answered: 3, people: { vol: 2, afhaken: 1 }, partners: null },
      samen: { answered: 1, people: { soms: 1 }, partners: null },
      gehoord: { answered: 0, people: {}, partners: null },
    })
  })

  it('leaves the very same box behind by every order', () => {
    const [a, b, c] = given as [CheckAnswer, CheckAnswer, CheckAnswer]
    const orders = [
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ]
    const first = JSON.stringify(boxOf(given))
    for (const order of orders) expect(JSON.stringify(boxOf(order))).toBe(first)
    expect(boxOf(given)).toMatchObject({ texts: { nodig: ['Rust', 'Tijd'] }, calls: ['Bo', 'Zoë'] })
  })

  it('counts people and their partners of answers in a name', () => {
    const answers = [
      ['anna', 'gemeente', 'groen'],
      ['bram', 'gemeente', 'groen'],
      ['cor', null, 'groen'],
      ['dirk', 'huren', 'rood'],
    ].map(([answerer, partner, colour]) => ({
      answerer: answerer as string,
      participant: answerer as string,
      partner: partner ?? null,
      answer: { feiten: colour as string },
      byLead: false,
    }))
    for (const order of [answers, answers.toReversed()])
      expect(pictureOf(questionsOf('opgaveTest'), 'person', order, []).feiten).toEqual({
        answered: 4,
        people: { groen: 3, rood: 1 },
        partners: { groen: 1, rood: 1 },
      })
  })

  it('finds the middle, the mean and the spread', () => {
    const [grade] = grades as [(typeof grades)[number]]
    expect(middleOf(grade, { 4: 1, 7: 1, '7.5': 1, 8: 1 })).toEqual({
      mean: 6.625,
      median: 7.25,
      lowest: 4,
      highest: 8,
    })
    const [feeling] = relation as [(typeof relation)[number]]
    expect(middleOf(feeling, { vol: 2, afhaken: 1 })).toEqual({ mean: 3, median: 4, lowest: 1, highest: 4 })
    expect(middleOf(feeling, {})).toBeNull()
  })

  it('is on the screens until the next step begins', () => {
    const shown = { state: 'closed', shownAt: 5 } as const
    expect([isShown(shown, null), isShown(shown, 5), isShown(shown, 6)]).toEqual([true, true, false])
    expect(isShown({ ...shown, shownAt: null }, null)).toBe(false)
  })
})

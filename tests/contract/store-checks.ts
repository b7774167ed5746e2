import { expect, it } from 'vitest'
import type { Check, NamedAnswer } from '#lib/domain/check.ts'
import { emptyBox } from '#lib/domain/check-tally.ts'
import type { Store } from '#server/store/store.ts'

const check = (id: string, change: Partial<Check> = {}): Check => ({
  id,
  kind: 'opgaveTest',
  per: 'person',
  anonymous: false,
  round: 1,
  about: null,
  step: { day: 'day1', title: 'Check-in' },
  state: 'open',
  openedAt: 5,
  closedAt: null,
  shownAt: null,
  ...change,
})
const answer = (answerer: string, grade: number): NamedAnswer => ({
  answerer,
  participant: answerer,
  partner: null,
  answer: { formeel: grade, waarom: 'Zo is het' },
  byLead: false,
})

export function checkRules(store: () => Store): void {
  it('keeps checks in the order in which they came, the later form in the place of the former', async () => {
    await store().transaction('s1', async tx => {
      await tx.saveCheck(check('c2'))
      await tx.saveCheck(check('c1', { round: 2 }))
      await tx.saveCheck(check('c2', { state: 'closed', closedAt: 8 }))
      expect(await tx.checks()).toEqual([
        check('c2', { state: 'closed', closedAt: 8 }),
        check('c1', { round: 2 }),
      ])
    })
    await store().transaction('s2', async tx => expect(await tx.checks()).toEqual([]))
  })

  it('keeps one answer per answerer and check', async () => {
    await store().transaction('s1', async tx => {
      await tx.saveCheck(check('c1'))
      await tx.saveCheck(check('c2'))
      await tx.saveCheckAnswer('c1', answer('zoe', 1))
      await tx.saveCheckAnswer('c1', answer('bo', 2))
      await tx.saveCheckAnswer('c1', { ...answer('zoe', 7.5), participant: 'another' })
      await tx.saveCheckAnswer('c2', { ...answer('zoe', 2), byLead: true })
      await tx.saveCheckAnswer('c2', answer('bo', 3))
      await tx.dropCheckAnswer('c2', 'bo')
    })
    await store().transaction('s1', async tx => {
      expect(await tx.checkAnswers('c1')).toEqual([
        answer('bo', 2),
        { ...answer('zoe', 7.5), participant: 'another' },
      ])
      expect(await tx.checkAnswers('c2')).toEqual([{ ...answer('zoe', 2), byLead: true }])
    })
  })

  it('keeps a box as a whole, and apart from it who answered, each once', async () => {
    const box = { counts: { erin: { vol: 2 } }, texts: { nodig: ['Rust', 'Tijd'] }, calls: ['Bo'] }
    await store().transaction('s1', async tx => {
      await tx.saveCheck(check('c1'))
      expect(await tx.checkBox('c1')).toEqual(emptyBox)
      await tx.saveCheckBox('c1', { ...emptyBox, calls: ['Bo'] })
      await tx.saveCheckBox('c1', box)
      expect(await tx.markCheckAnswered('c1', 'zoe')).toBe(true)
      expect(await tx.markCheckAnswered('c1', 'bo')).toBe(true)
      expect(await tx.markCheckAnswered('c1', 'zoe')).toBe(false)
    })
    await store().transaction('s1', async tx => {
      expect(await tx.checkBox('c1')).toEqual(box)
      expect(await tx.checkAnswered('c1')).toEqual(['bo', 'zoe'])
      expect(await tx.checkAnswered('c2')).toEqual([])
    })
  })

  it('keeps what was counted of each partner and of nobody’s, the later in the place of the former', async () => {
    const hands = (partner: string | null, people: number) => ({
      partner,
      people,
      counts: { feiten: { rood: people } },
    })
    await store().transaction('s1', async tx => {
      await tx.saveCheck(check('c1'))
      for (const each of [hands('p2', 1), hands('p1', 2), hands(null, 3), hands('p2', 4)])
        await tx.saveCheckHands('c1', each.partner, each)
      expect(await tx.checkHands('c1')).toEqual([hands(null, 3), hands('p1', 2), hands('p2', 4)])
      await tx.saveCheckHands('c1', null, null)
      await tx.saveCheckHands('c1', 'p1', null)
    })
    await store().transaction('s1', async tx => {
      expect(await tx.checkHands('c1')).toEqual([hands('p2', 4)])
      expect(await tx.checkHands('c2')).toEqual([])
    })
  })

  it('takes no answer to a check that is not there', async () => {
    const answering = store().transaction('s1', tx => tx.saveCheckAnswer('none', answer('zoe', 1)))
    await expect(answering).rejects.toThrow()
    await expect(store().transaction('s1', tx => tx.saveCheckBox('none', emptyBox))).rejects.toThrow()
    await expect(store().transaction('s1', tx => tx.markCheckAnswered('none', 'zoe'))).rejects.toThrow()
  })
}

import { expect, it } from 'vitest'
import { daysLeft, endsSoon, lastDayKept, mayBeKept } from '#lib/domain/retention.ts'

const at = Date.parse('2030-03-10T22:30:00Z')

it('keeps a session for so many days after its last day, after it was begun, or until the day that was chosen', () => {
  const dates = ['2030-04-01', '2030-04-02']
  expect(lastDayKept({ createdAt: at, dates }, null, 30)).toBe('2030-05-02')
  expect(lastDayKept({ createdAt: at, dates: ['2029-01-01'] }, null, 30)).toBe('2030-04-09')
  expect(lastDayKept({ createdAt: at, dates }, '2031-01-01', 30)).toBe('2031-01-01')
})

it('is over when the last day is, and warns a month before', () => {
  expect(daysLeft('2030-03-10', at)).toBe(0)
  expect(daysLeft('2030-03-09', at)).toBe(-1)
  expect([endsSoon('2030-04-09', at), endsSoon('2030-04-10', at)]).toEqual([true, false])
})

it('takes a day from tomorrow to ten years from now', () => {
  expect(mayBeKept(at)).toEqual({ from: '2030-03-11', to: '2040-03-07' })
})

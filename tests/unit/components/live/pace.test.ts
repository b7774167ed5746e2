import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CALM, PACE, Pace } from '#components/live/pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A pace, and what was drawn at it: by what, after how many ms. */
function drawing() {
  const pace = new Pace()
  const start = performance.now()
  const drawn: [what: string, at: number][] = []
  const named = (what: string) => () => void drawn.push([what, performance.now() - start])
  return { pace, drawn, board: named('board'), people: named('people') }
}

test('[D4] what others do is drawn together: board and people in one go, once for whatever was asked meanwhile', () => {
  const { pace, drawn, board, people } = drawing()
  pace.soon(board)
  for (let ms = 10; ms < PACE; ms += 10) {
    vi.advanceTimersByTime(10)
    pace.soon(people)
    pace.soon(board)
  }
  vi.advanceTimersByTime(10 * PACE)
  expect(drawn).toEqual([
    ['board', 0],
    ['people', PACE],
    ['board', PACE],
  ])
})

test('[D4] while one’s own hand moves the wall it is drawn seldom, and at once when the hand lets go', () => {
  const { pace, drawn, board, people } = drawing()
  const [first, second] = [pace.calm(), pace.calm()]
  pace.soon(board)
  for (let ms = 0; ms < CALM; ms += 20) {
    vi.advanceTimersByTime(20)
    pace.soon(board)
  }
  expect(drawn.map(([, at]) => at)).toEqual([0, CALM])
  first()
  first()
  expect(drawn).toHaveLength(2)
  pace.soon(people)
  second()
  expect(drawn.slice(2)).toEqual([
    ['board', CALM],
    ['people', CALM],
  ])
})

test('[D4] one’s own edits are drawn at once, also while the wall moves, and make nobody else wait longer', () => {
  const { pace, drawn, board, people } = drawing()
  pace.calm()
  pace.soon(people)
  pace.soon(people)
  for (let ms = 0; ms < CALM; ms += 40) {
    pace.now(board)
    vi.advanceTimersByTime(40)
  }
  expect(drawn.filter(([what]) => what === 'board')).toHaveLength(CALM / 40)
  expect(drawn.filter(([what]) => what === 'people').map(([, at]) => at)).toEqual([0, CALM])
})

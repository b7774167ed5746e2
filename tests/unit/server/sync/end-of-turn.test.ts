import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { soon } from '#server/sync/end-of-turn.ts'

/** Longer than it takes until who comes counts as alone, in ms. */
const QUIET = 20

let now = performance.now()
// By a clock of our own: what comes at once must not come later because the machine is busy.
const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
beforeEach(() => {
  now += QUIET
})
afterAll(() => clock.mockRestore())

/** In which order these are done, and the end of the turn in which they were asked. */
async function order(names: readonly string[]): Promise<string[]> {
  const done: string[] = []
  const ended = turn().then(() => done.push('turn'))
  const all = names.map(name => soon().then(() => done.push(name)))
  await Promise.all([ended, ...all])
  return done
}

describe('soon', () => {
  it('has who comes alone wait for nobody', async () => {
    expect(await order(['first'])).toEqual(['first', 'turn'])
  })

  it('has those who come close behind wait for each other, to the end of the turn', async () => {
    expect(await order(['first', 'second', 'third'])).toEqual(['first', 'turn', 'second', 'third'])
  })
})

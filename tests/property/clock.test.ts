import fc from 'fast-check'
import { expect, it } from 'vitest'
import { begun, type Clock, extended, isRunning, leftOf, paused, resumed } from '#lib/domain/clock.ts'

const act = fc.oneof(
  fc.record({ type: fc.constant('wait'), by: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ type: fc.constant('add'), by: fc.integer({ min: 1, max: 600_000 }) }),
  fc.record({ type: fc.constantFrom('hold', 'resume'), by: fc.constant(0) }),
)

it('[U4] loses no time and makes none, whatever is done to it: only a clock that runs goes down', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600_000 }), fc.array(act), (span, acts) => {
      let now = 1_772_000_000_000
      let clock: Clock = begun(span, now)
      for (const { type, by } of acts) {
        const left = leftOf(clock, now)
        if (type === 'wait') {
          now += by
          expect(leftOf(clock, now)).toBe(isRunning(clock) ? left - by : left)
        } else if (type === 'add') {
          clock = extended(clock, by, now)
          expect(leftOf(clock, now)).toBe(Math.max(0, left) + by)
        } else {
          clock = type === 'hold' ? paused(clock, now) : resumed(clock, now)
          expect([leftOf(clock, now), isRunning(clock)]).toEqual([left, type === 'resume'])
        }
      }
    }),
  )
})

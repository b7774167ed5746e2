import { expect, it } from 'vitest'
import { firstSteps } from '#lib/content/first-steps.ts'
import { nextStep, STEPS_MAX, type Step, withTemplate } from '#lib/domain/programme.ts'

const steps = firstSteps('nl')
const own: Step[] = steps.slice(0, 3).map((step, index) => ({ ...step, id: `own-step-${index}` }))
const ids = (all: readonly Step[] | null) => all?.map(({ id }) => id)
const at = (index: number) => steps[index]?.id ?? null

it('[U77] a template takes the place of all steps before the first one, and when it holds the present one', () => {
  expect(withTemplate({ steps, at: null }, own)).toEqual(own)
  const kept = steps.toReversed()
  expect(withTemplate({ steps, at: at(4) }, kept)).toEqual(kept)
})

it('[U77] while the room is in a step, what has been stays with it, and the template comes after it', () => {
  const all = withTemplate({ steps, at: at(2) }, own) ?? []
  expect(ids(all)).toEqual([at(0), at(1), at(2), ...own.map(({ id }) => id)])
  expect(nextStep({ steps: all, at: at(2) })?.id).toBe('own-step-0')
  // A step of the template that was done already comes once, in its new place.
  const again = withTemplate({ steps, at: at(2) }, [...own, steps[0] as Step])
  expect(ids(again)).toEqual([at(1), at(2), ...own.map(({ id }) => id), at(0)])
})

it('[U77] more steps than fit are not taken', () => {
  const many = Array.from({ length: STEPS_MAX }, (_, index) => ({
    ...(steps[0] as Step),
    id: `many-step-${index}`,
  }))
  expect(withTemplate({ steps, at: null }, many)).toHaveLength(STEPS_MAX)
  expect(withTemplate({ steps, at: at(0) }, many)).toBeNull()
})

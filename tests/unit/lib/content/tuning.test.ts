import { expect, it } from 'vitest'
import { bouwsteenGuidance } from '#lib/content/guidance.ts'
import { areTuned, promptsBetween } from '#lib/content/tuning.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'

it('[J6] each prompt of the method is found from both its bouwstenen, the nearest first', () => {
  for (const from of bouwstenen)
    for (const { id: to, prompt } of bouwsteenGuidance[from].tuneWith) {
      expect(promptsBetween(from, to)[0]).toEqual({ from, to, prompt })
      expect(promptsBetween(to, from)).toContainEqual({ from, to, prompt })
    }
  expect(areTuned('verankering', 'opgave')).toBe(true)
  expect(areTuned('samen-doen', 'verankering')).toBe(false)
  const pairs = bouwstenen.flatMap((one, at) => bouwstenen.slice(at + 1).map(other => areTuned(one, other)))
  expect(pairs.filter(Boolean)).toHaveLength(16)
})

import { expect, test } from 'vitest'
import { read } from './files.ts'

test('every rule that the threat model leans on is there', () => {
  const rules = new Set(
    [...read('docs/rules.md').matchAll(/^- \*\*\[([A-Z]\d+)\]/gm)].map(([, id]) => id ?? ''),
  )
  const named = [...read('docs/threat-model.md').matchAll(/\[([A-Z]\d+(?:[–, ]+[A-Z]?\d+)*)\]/g)].flatMap(
    ([, list]) =>
      (list ?? '').split(', ').flatMap(part => {
        const [from = '', to] = part.split('–')
        if (to === undefined) return [from]
        const [first, last] = [Number(from.slice(1)), Number(to.slice(1))]
        return Array.from({ length: last - first + 1 }, (_, n) => `${from[0]}${first + n}`)
      }),
  )
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(id => !rules.has(id))).toEqual([])
})

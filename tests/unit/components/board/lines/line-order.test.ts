import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderAtIndex } from '#components/board/lines/line-order.ts'
import { type Line, lineColours, newLine } from '#lib/domain/line.ts'

const line = (index: number, change: Partial<Line> = {}): Line => ({
  ...{ id: `line-${index}`, title: '', about: '', colour: 'grey', order: index, author: 'anna' },
  ...{ createdAt: 1, deletedAt: null },
  ...change,
})

it('[J7] a line goes to its place among the others, and these stay as they were', () => {
  const cases = fc.integer({ min: 1, max: 8 }).chain(count =>
    fc.record({
      orders: fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: count, maxLength: count }),
      from: fc.integer({ min: 0, max: count - 1 }),
      to: fc.integer({ min: 0, max: count - 1 }),
    }),
  )
  fc.assert(
    fc.property(cases, ({ orders, from, to }) => {
      const lines = orders.sort((a, b) => a - b).map((order, index) => line(index, { order }))
      const id = `line-${from}`
      const order = orderAtIndex(lines, id, to)
      const after = lines.map(each => (each.id === id ? { ...each, order } : each))
      const ids = after.sort((a, b) => a.order - b.order).map(each => each.id)
      const others = lines.map(each => each.id).filter(each => each !== id)
      expect(ids).toEqual(others.toSpliced(to, 0, id))
    }),
  )
})

it('[J7] a new line comes behind all others, also those in the bin, in the colour that is used least', () => {
  let lines: Line[] = []
  for (const index of lineColours.keys()) {
    const made = newLine(lines, `Lijn ${index}`)
    lines = [...lines, line(index, made)]
  }
  // All hues once before any comes again; grey is for who chooses it.
  expect(lines.slice(0, -1).map(each => each.colour)).toEqual(lineColours.slice(1))
  expect(lines.at(-1)?.colour).toBe(lineColours[1])
  const binned = lines.map((each, index) => (index === 2 ? { ...each, order: 50, deletedAt: 5 } : each))
  expect(newLine(binned, 'x')).toEqual({ title: 'x', colour: lineColours[3], order: 51 })
})

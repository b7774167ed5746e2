import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { type Arrangement, arrange, GAP, type PerTile, type Rect } from '#lib/wall/arrange.ts'
import { noteSize } from '#lib/wall/note-size.ts'
import { JOINT, outlines, type Point, ROUNDING } from '#lib/wall/outline.ts'
import { slotAt, touches } from '#lib/wall/spatial.ts'

const heights = fc.array(
  fc.integer({ min: 2, max: 10 }).map(lines => 8 + 19 * lines),
  { maxLength: 260 },
)
const boards: fc.Arbitrary<PerTile<number[]>> = fc.record(
  Object.fromEntries(bouwstenen.map(each => [each, heights])) as PerTile<typeof heights>,
)
/** From a tablet held upright to a wide screen. */
const aspects = fc.double({ min: 0.7, max: 2.6, noNaN: true })
const tile = fc.constantFrom(...bouwstenen)

const all = (arrangement: Arrangement): Rect[] => bouwstenen.flatMap(each => arrangement.notes[each])
const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6

/** Whether two rectangles share more than a rounding error of room. */
const overlap = (a: Rect, b: Rect): boolean => {
  const smaller = { x: a.x + 1e-6, y: a.y + 1e-6, width: a.width - 2e-6, height: a.height - 2e-6 }
  return touches(smaller, b)
}

describe('[W1] nothing on the wall lies over anything else', () => {
  test('no note over a note, each within its tile', () => {
    fc.assert(
      fc.property(boards, aspects, (board, aspect) => {
        const arrangement = arrange(board, null, aspect)
        for (const each of bouwstenen) {
          expect(arrangement.notes[each].map(rect => rect.height)).toEqual(board[each])
          for (const rect of arrangement.notes[each])
            expect(within(rect, arrangement.content[each])).toBe(true)
        }
        // In reading order from above, only neighbours in that order can meet.
        const rects = all(arrangement).sort((a, b) => a.y - b.y)
        for (const [index, rect] of rects.entries())
          for (
            let next = index + 1;
            (rects[next]?.y ?? Number.POSITIVE_INFINITY) < rect.y + rect.height;
            next++
          )
            expect(overlap(rect, rects[next] as Rect)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('the tiles fill the world and each touches the heart', () => {
    fc.assert(
      fc.property(boards, aspects, (board, aspect) => {
        const { cells, content, width, height } = arrange(board, null, aspect)
        const area = bouwstenen.reduce((sum, each) => sum + cells[each].width * cells[each].height, 0)
        expect(area).toBeCloseTo(width * height, 3)
        for (const [index, one] of bouwstenen.entries()) {
          expect(within(content[one], cells[one])).toBe(true)
          for (const other of bouwstenen.slice(index + 1))
            expect(overlap(cells[one], cells[other])).toBe(false)
          const wider = { ...cells[one], x: cells[one].x - 1, y: cells[one].y - 1 }
          wider.width += 2
          wider.height += 2
          expect(touches(wider, cells.opgave)).toBe(true)
        }
      }),
    )
  })

  test('a piece with the thickest joints about it still holds its notes', () => {
    fc.assert(
      fc.property(boards, board => {
        const arrangement = arrange(board, null)
        const pieces = outlines(arrangement, () => JOINT.most)
        for (const each of bouwstenen)
          for (const { x, y, width, height } of arrangement.notes[each])
            for (const corner of [
              { x, y },
              { x: x + width, y },
              { x, y: y + height },
              { x: x + width, y: y + height },
            ])
              expect(inside(corner, pieces[each], ROUNDING * arrangement.unit)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

/** Whether a point lies in a clockwise convex outline, or outside it by at most `slack`. */
function inside(point: Point, outline: readonly Point[], slack: number): boolean {
  return outline.every((from, index) => {
    const to = outline[(index + 1) % outline.length] as Point
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    return ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length >= -slack
  })
}

describe('[W2] what one is reading stays where it is', () => {
  /** Where a tile's notes lie, seen from the tile's own corner. */
  const own = ({ notes, content }: Arrangement, each: keyof PerTile<unknown>): Point[] =>
    notes[each].map(({ x, y }) => ({ x: x - content[each].x, y: y - content[each].y }))

  test('a note more moves no other note of any tile within it, while the columns stay', () => {
    fc.assert(
      fc.property(boards, tile, (board, grown) => {
        const before = arrange(board, null)
        const after = arrange({ ...board, [grown]: [...board[grown], 67] }, before.columns)
        if (JSON.stringify(after.columns) !== JSON.stringify(before.columns)) return
        for (const each of bouwstenen)
          expect(own(after, each).slice(0, board[each].length)).toEqual(own(before, each))
      }),
    )
  })

  test('a note that grows moves only what lies under it in its column', () => {
    fc.assert(
      fc.property(boards, tile, fc.nat(), (board, grown, pick) => {
        const lying = board[grown]
        if (lying.length === 0) return
        const index = pick % lying.length
        const before = arrange(board, null)
        const after = arrange(
          { ...board, [grown]: lying.with(index, (lying[index] ?? 0) + 19) },
          before.columns,
        )
        if (JSON.stringify(after.columns) !== JSON.stringify(before.columns)) return
        const columns = before.columns[grown]
        const was = own(before, grown)
        for (const [each, place] of own(after, grown).entries()) {
          const below = each > index && (each - index) % columns === 0
          expect(place).toEqual({ x: was[each]?.x, y: (was[each]?.y ?? 0) + (below ? 19 : 0) })
        }
      }),
    )
  })

  test('while a board of 300 fills note by note, the columns change few times', () => {
    let arrangement: Arrangement | null = null
    let changes = 0
    const board = Object.fromEntries(bouwstenen.map(each => [each, [] as number[]])) as PerTile<number[]>
    for (let count = 0; count < 300; count++) {
      board[bouwstenen[(count * 5) % 7] ?? 'opgave'].push(48 + 19 * (count % 3))
      const next: Arrangement = arrange(board, arrangement?.columns ?? null)
      if (arrangement && JSON.stringify(next.columns) !== JSON.stringify(arrangement.columns)) changes++
      arrangement = next
    }
    expect(changes).toBeLessThanOrEqual(8)
    expect(arrangement && arrangement.width / arrangement.height).toBeGreaterThan(1.4)
  })
})

test('[W3] a note that is let go of lands before the one it is held over, and what shows it is where it will lie', () => {
  fc.assert(
    fc.property(
      boards,
      fc.double({ min: -0.1, max: 1.1, noNaN: true }),
      fc.double({ min: -0.1, max: 1.1, noNaN: true }),
      (board, across, down) => {
        const arrangement = arrange(board, null)
        const point = { x: across * arrangement.width, y: down * arrangement.height }
        const slot = slotAt(arrangement, point)
        const lying = arrangement.notes[slot.bouwsteen]
        expect(slot.index).toBeLessThanOrEqual(lying.length)
        const taken = { ...board, [slot.bouwsteen]: board[slot.bouwsteen].toSpliced(slot.index, 0, 48) }
        const landed = arrange(taken, arrangement.columns)
        if (JSON.stringify(landed.columns) !== JSON.stringify(arrangement.columns)) return
        const offset = (of: Arrangement) => of.content[slot.bouwsteen]
        const place = landed.notes[slot.bouwsteen][slot.index] as Rect
        expect(place.x - offset(landed).x).toBeCloseTo(slot.mark.x - offset(arrangement).x, 6)
        const gap = place.y - offset(landed).y - (slot.mark.y - offset(arrangement).y)
        expect(gap === 0 || gap === GAP).toBe(true)
      },
    ),
  )
})

test('[W4] a note is given room for all lines that a browser breaks it into, up to a bound', () => {
  expect(noteSize('').lines).toBe(2)
  expect(noteSize('een\ntwee\ndrie').lines).toBe(3)
  expect(noteSize('a'.repeat(2000)).lines).toBe(10)
  expect(noteSize('Wij willen samen huizen bouwen voor wie nu wacht.').lines).toBe(3)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      const { lines, height } = noteSize(text)
      expect(lines).toBeGreaterThanOrEqual(Math.min(10, text.split('\n').length))
      expect(height).toBe(8 + 19 * lines)
      expect(noteSize(`${text} en nog een paar woorden`).lines).toBeGreaterThanOrEqual(lines)
    }),
  )
})

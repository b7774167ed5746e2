import { describe, expect, test } from 'vitest'
import {
  type Direction,
  inBoardOrder,
  movesTo,
  rankOf,
  stepped,
  targetOf,
} from '#components/board/moving/steps.ts'
import { notesOn } from '#components/board/note/note-order.ts'
import { Preview } from '#components/live/preview.ts'
import { emptyBoard } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'

const note = (id: string, bouwsteen: Bouwsteen, order: number, deletedAt: number | null = null): Note => ({
  ...{ id, bouwsteen, order, text: id, author: 'anna', partner: null, line: null, createdAt: 1 },
  deletedAt,
})
const board = [
  note('a', 'opgave', 1),
  note('b', 'opgave', 2),
  note('gone', 'opgave', 2.5, 9),
  note('c', 'opgave', 3),
  note('d', 'waarde', 1),
]

/** The ids on each bouwsteen after a note, or several, went these steps and were laid down. */
function lie(steps: Direction[], held: string[] = ['b'], at = held[0] as string): Record<string, string[]> {
  const ids = inBoardOrder(board, new Set(held))
  const start = targetOf(board, ids, at)
  if (!start) return {}
  const target = steps.reduce((to, step) => stepped(board, ids, to, step), start)
  const over = new Map(movesTo(board, ids, target).map(({ id, ...lies }) => [id, lies]))
  const preview = new Preview()
  preview.show(over)
  const { notes } = preview.over({ ...emptyBoard, notes: board })
  const tiles = ['opgave', 'waarde', 'samen-doen', 'organisatie'] as const
  return Object.fromEntries(tiles.map(tile => [tile, notesOn(notes, tile).map(({ id }) => id)]))
}

describe('[Z13] arrows carry notes along their bouwsteen and on to the next, several together in their order', () => {
  test('up and down by one, over the edge to the next bouwsteen and back', () => {
    expect(lie([]).opgave).toEqual(['a', 'b', 'c'])
    expect(lie(['up']).opgave).toEqual(['b', 'a', 'c'])
    expect(lie(['down']).opgave).toEqual(['a', 'c', 'b'])
    expect(lie(['down', 'down'])).toMatchObject({ opgave: ['a', 'c'], waarde: ['b', 'd'] })
    expect(lie(['down', 'down', 'down'])).toMatchObject({ waarde: ['d', 'b'] })
    expect(lie(['down', 'down', 'up'])).toMatchObject({ opgave: ['a', 'c', 'b'], waarde: ['d'] })
    expect(lie(['down', 'down', 'down', 'down'])['samen-doen']).toEqual(['b'])
  })

  test('left and right to a bouwsteen, behind what lies there; at the ends it stays', () => {
    expect(lie(['right'])).toMatchObject({ opgave: ['a', 'c'], waarde: ['d', 'b'] })
    expect(lie(['left', 'up', 'up', 'up']).opgave).toEqual(['b', 'a', 'c'])
    expect(lie(Array(9).fill('right')).organisatie).toEqual(['b'])
    expect(lie(Array(9).fill('right')).organisatie).toEqual(lie(Array(6).fill('right')).organisatie)
  })

  test('several go together, in the order in which they lie', () => {
    expect(lie(['right'], ['c', 'a'], 'c')).toMatchObject({ opgave: ['b'], waarde: ['d', 'a', 'c'] })
    expect(lie(['down'], ['a', 'b'], 'a').opgave).toEqual(['c', 'a', 'b'])
    expect(lie([], ['a', 'c'], 'a').opgave).toEqual(['a', 'c', 'b'])
  })

  test('it tells where one is, and stands by its neighbour whatever others do', () => {
    const target = targetOf(board, ['b'], 'b')
    expect(target).toEqual({ bouwsteen: 'opgave', before: 'c' })
    if (!target) return
    expect(rankOf(board, ['b'], target)).toEqual({ place: 2, of: 3 })
    const others = [note('new', 'opgave', 0), ...board]
    expect(rankOf(others, ['b'], target)).toEqual({ place: 3, of: 4 })
    const without = board.filter(({ id }) => id !== 'c')
    expect(rankOf(without, ['b'], target)).toEqual({ place: 2, of: 2 })
    expect(targetOf(board, ['gone'], 'gone')).toBeNull()
  })
})

test('[Z14] what is held is shown where it is held, and what is not held stays the same object', () => {
  const preview = new Preview()
  const shown = { ...emptyBoard, notes: board }
  let drawn = 0
  const end = preview.subscribe(() => drawn++)
  expect(preview.over(shown)).toBe(shown)
  preview.show(new Map([['b', { bouwsteen: 'binding', order: 0 }]]))
  expect(drawn).toBe(1)
  const over = preview.over(shown)
  expect(preview.over(shown)).toBe(over)
  expect(over.notes.find(({ id }) => id === 'b')).toMatchObject({ bouwsteen: 'binding', order: 0 })
  expect(over.notes.find(({ id }) => id === 'a')).toBe(board[0])
  expect(over.lines).toBe(shown.lines)
  end()
  preview.end()
  expect(preview.over(shown)).toBe(shown)
  expect(drawn).toBe(1)
})

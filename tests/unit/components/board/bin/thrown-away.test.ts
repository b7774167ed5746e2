import { expect, test } from 'vitest'
import { countThrown, thrownAway } from '#components/board/bin/thrown-away.ts'
import { type Board, emptyBoard } from '#lib/documents/board.ts'

const made = { author: 'anna', partner: 'p1', createdAt: 1, deletedAt: null }
const note = (id: string, deletedAt: number | null = null): Board['notes'][number] => ({
  ...{ ...made, id, bouwsteen: 'waarde', order: 1, line: null, deletedAt },
  text: `tekst van ${id}`,
})

test('[Z6] all that was thrown away is in the bin, the latest first, with where it was', () => {
  const board: Board = {
    ...emptyBoard,
    notes: [note('n1'), note('n2', 10), { ...note('n3', 40), author: null, partner: null }],
    lines: [
      {
        ...{ id: 'l1', title: 'Lijn', about: '', colour: 'grey', order: 1 },
        ...{ author: 'piet', createdAt: 1, deletedAt: 30 },
      },
    ],
    cement: [{ ...made, id: 'c1', from: 'n1', to: 'n2', text: 'want', deletedAt: 20 }],
    replies: [
      { ...made, id: 'r1', note: 'n1', text: 'ook hier', deletedAt: 50 },
      { ...made, id: 'r2', note: 'n1', text: 'blijft' },
    ],
    reactions: [{ id: 'x', note: 'n1', kind: 'vraag', author: 'anna', createdAt: 1, deletedAt: 60 }],
  }
  const thrown = thrownAway(board)
  expect(thrown.map(({ id }) => id)).toEqual(['r1', 'n3', 'l1', 'c1', 'n2'])
  expect(countThrown(board)).toBe(5)
  expect(thrown[0]).toMatchObject({
    root: 'replies',
    text: 'ook hier',
    near: ['tekst van n1'],
    author: 'anna',
  })
  expect(thrown[1]).toMatchObject({ root: 'notes', tile: 'waarde', author: null })
  expect(thrown[2]).toMatchObject({ root: 'lines', text: 'Lijn', partner: undefined })
  expect(thrown[3]).toMatchObject({ near: ['tekst van n1', 'tekst van n2'] })
})

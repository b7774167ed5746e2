import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notesOn, ordersBefore } from '#components/board/note/note-order.ts'
import type { Note } from '#lib/domain/note.ts'

const note = (id: string, order: number): Note => ({
  id,
  bouwsteen: 'waarde',
  order,
  text: '',
  author: null,
  partner: null,
  line: null,
  createdAt: 1,
  deletedAt: null,
})
const byOrder = (a: Note, b: Note) => a.order - b.order || (a.id < b.id ? -1 : 1)

/** The notes after the moves were made, in the order in which everybody reads them. */
function after(notes: readonly Note[], moves: readonly { id: string; order: number }[]): string[] {
  const to = new Map(moves.map(({ id, order }) => [id, order]))
  const moved = notes.map(each => ({ ...each, order: to.get(each.id) ?? each.order }))
  return notesOn(moved.sort(byOrder), 'waarde').map(each => each.id)
}

test('[W19] notes that are laid together lie before the one they were laid before, in their order, however close all lie', () => {
  const boards = fc.uniqueArray(fc.double({ min: -50, max: 50, noNaN: true }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      boards,
      fc.array(fc.nat(11), { maxLength: 5 }),
      fc.option(fc.nat(11)),
      (orders, picks, at) => {
        const notes = orders.map((order, index) => note(`note-${index}`, order)).sort(byOrder)
        const ids = [...new Set(picks.flatMap(pick => notes[pick]?.id ?? []))]
        const others = notes.map(each => each.id).filter(id => !ids.includes(id))
        const before = at === null ? null : (others[at] ?? null)
        const index = before === null ? others.length : others.indexOf(before)
        const moves = ids.length === 0 ? [] : ordersBefore(notes, 'waarde', ids, before)
        expect(after(notes, moves)).toEqual(
          ids.length === 0 ? others : [...others.slice(0, index), ...ids, ...others.slice(index)],
        )
      },
    ),
  )
})

test('[W19] laid at one place a hundred times they still lie as they were laid, and what lies so already is left alone', () => {
  let notes = [note('first', 1), note('last', 2)]
  for (let round = 0; round < 100; round++) {
    const id = `laid-${String(round).padStart(3, '0')}`
    notes = [...notes, note(id, 0)].sort(byOrder)
    const moves = ordersBefore(notes, 'waarde', [id], 'last')
    const to = new Map(moves.map(({ id, order }) => [id, order]))
    notes = notes.map(each => ({ ...each, order: to.get(each.id) ?? each.order })).sort(byOrder)
    expect(notes.at(-1)?.id).toBe('last')
    expect(notes.at(-2)?.id).toBe(id)
    expect(new Set(notes.map(each => each.order)).size).toBe(notes.length)
  }
  expect(ordersBefore(notes, 'waarde', ['laid-099'], 'last')).toEqual([])
})

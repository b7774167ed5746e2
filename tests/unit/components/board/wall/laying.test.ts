import { describe, expect, test } from 'vitest'
import { Laying } from '#components/board/wall/laying.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { LETTERS } from '#lib/wall/note-size.ts'

const note = (id: string, bouwsteen: Bouwsteen, order: number, text = 'kort'): Note => ({
  id,
  bouwsteen,
  order,
  text,
  author: 'author-0001',
  partner: null,
  line: null,
  createdAt: 1,
  deletedAt: null,
})
const board = () =>
  Array.from({ length: 70 }, (_, index) =>
    note(`note-${String(index).padStart(4, '0')}`, bouwstenen[index % 7] ?? 'opgave', index),
  )

describe('[W18] what did not change on the wall stays the same object, so that nothing else is drawn again', () => {
  test('typing that needs no more room draws one tile, and moves nothing', () => {
    const laying = new Laying()
    const notes = board()
    const before = laying.lay(notes)
    const typed = notes.with(8, { ...(notes[8] as Note), text: 'anders' })
    const after = laying.lay(typed)
    expect(after.lies).toBe(before.lies)
    expect(after.arrangement).toBe(before.arrangement)
    expect(bouwstenen.filter(tile => after.tiles[tile] !== before.tiles[tile])).toEqual(['waarde'])
    expect(after.tiles.waarde.rects).toBe(before.tiles.waarde.rects)
    expect(after.tiles.waarde.notes[1]?.text).toBe('anders')
    expect(laying.lay(typed)).toBe(after)
  })

  test('a note that goes to another tile draws those two', () => {
    const laying = new Laying()
    const notes = board()
    const before = laying.lay(notes)
    const moved = notes.with(8, { ...(notes[8] as Note), bouwsteen: 'binding' })
    const after = laying.lay(moved)
    expect(after.lies.get('note-0008')?.tile).toBe('binding')
    const drawn = bouwstenen.filter(tile => after.tiles[tile].notes !== before.tiles[tile].notes)
    expect(drawn).toEqual(['waarde', 'binding'])
    expect(after.tiles.deelname).toBe(before.tiles.deelname)
  })

  test('what is thrown away lies nowhere', () => {
    const laying = new Laying()
    const notes = board()
    laying.lay(notes)
    const after = laying.lay(notes.with(3, { ...(notes[3] as Note), deletedAt: 5 }))
    expect(after.lies.has('note-0003')).toBe(false)
    expect(after.lies.size).toBe(69)
  })
})

describe('[W8] in a hall, letters are larger, what is said of a note has room of its own, and the screen is filled', () => {
  const said = new Set(['note-0002', 'note-0030'])
  const hall = { aspect: 16 / 9, letters: LETTERS.hall, shelf: (id: string) => said.has(id) }
  const notes = board().map(each => ({ ...each, text: 'Wij willen samen huizen bouwen voor wie nu wacht' }))

  test('notes are laid higher by what they need, and those with signs by a shelf', () => {
    const laying = new Laying()
    const height = (id: string) => laid.lies.get(id)?.rect.height ?? 0
    let laid = laying.lay(notes)
    const before = height('note-0001')
    expect(height('note-0002')).toBe(before)
    laid = laying.lay(notes, hall)
    expect(height('note-0001')).toBeGreaterThan(before)
    expect(height('note-0002')).toBeGreaterThanOrEqual(height('note-0001') + 18)
    laid = laying.lay(notes)
    expect(height('note-0002'), 'back at the table').toBe(before)
  })

  test('the first that is said of a note makes room for it, and nothing else moves in other tiles', () => {
    const laying = new Laying()
    const before = laying.lay(notes, { ...hall, shelf: () => false })
    const after = laying.lay(notes, hall)
    const moved = bouwstenen.filter(tile => after.tiles[tile].rects !== before.tiles[tile].rects)
    expect(moved).toEqual(['samen-doen'])
  })

  test('the picture is as wide to its height as the screen, about', () => {
    for (const aspect of [1.5, 16 / 9, 2.05]) {
      const { width, height } = new Laying().lay(notes, { ...hall, aspect }).arrangement
      expect(Math.abs(Math.log(width / height / aspect)), `${aspect}`).toBeLessThan(0.25)
    }
  })
})

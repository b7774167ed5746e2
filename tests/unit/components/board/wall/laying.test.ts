import { describe, expect, test } from 'vitest'
import { Laying } from '#components/board/wall/laying.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'

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

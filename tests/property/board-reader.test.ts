import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addCement,
  addLine,
  addNote,
  addReply,
  changeLine,
  moveNote,
  putInLine,
  readBoard,
  setDeleted,
  textOf,
  toggleReaction,
  writeText,
} from '#lib/documents/board.ts'
import { BoardReader } from '#lib/documents/board-reader.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'

const ids = Array.from({ length: 5 }, (_, index) => `entry-000${index}`)
const step = fc.record({
  what: fc.constantFrom(
    ...['add', 'line', 'write', 'move', 'put', 'bin', 'remove', 'remote', 'read'],
    ...['cement', 'reply', 'react', 'about', 'colour'],
  ),
  id: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  order: fc.integer({ min: -5, max: 5 }),
  text: fc.string({ maxLength: 12 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function take(doc: Y.Doc, { what, id, other, order, text }: Step): void {
  const made = { id, author: 'author-0001', partner: null, at: 1 }
  const bouwsteen = bouwstenen[Math.abs(order)] ?? 'opgave'
  if (what === 'add') addNote(doc, made, { bouwsteen, order, text })
  if (what === 'line') addLine(doc, made, { title: text, order })
  if (what === 'move') moveNote(doc, id, { bouwsteen, order })
  if (what === 'put') putInLine(doc, id, order > 0 ? other : null)
  if (what === 'bin') setDeleted(doc, 'notes', id, order > 0 ? order : null)
  if (what === 'cement') addCement(doc, made, { from: id, to: other, text })
  if (what === 'reply') addReply(doc, made, { note: other, text })
  if (what === 'react') toggleReaction(doc, made, { note: other, kind: order > 0 ? 'vraag' : 'herken-ik' })
  if (what === 'colour') changeLine(doc, id, { colour: order > 0 ? 'teal' : 'red' })
  if (what === 'about') textOf(doc, 'lines', id, 'about')?.insert(0, text)
  if (what === 'remove') doc.getMap('notes').delete(id)
  const written = what === 'write' ? textOf(doc, 'notes', id) : null
  if (written) writeText(written, text)
}

test('[D1] the board that is read again only where it changed is the board read whole, after any edits, own and others’', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const [doc, other] = [new Y.Doc(), new Y.Doc()]
      const reader = new BoardReader(doc)
      for (const each of steps) {
        if (each.what === 'read') expect(reader.read()).toEqual(readBoard(doc))
        else if (each.what === 'remote') {
          Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
          take(other, { ...each, what: each.order > 0 ? 'write' : 'add' })
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        } else take(doc, each)
      }
      expect(reader.read()).toEqual(readBoard(doc))
    }),
  )
})

test('[D2] what did not change stays the same object', () => {
  const doc = new Y.Doc()
  const made = (id: string) => ({ id, author: 'author-0001', partner: null, at: 1 })
  for (const id of ids) addNote(doc, made(id), { bouwsteen: 'waarde', order: 1, text: id })
  addLine(doc, made('line-00001'), { title: 'lijn', order: 1 })
  const reader = new BoardReader(doc)
  const before = reader.read()
  expect(reader.read()).toBe(before)
  moveNote(doc, 'entry-0002', { bouwsteen: 'binding', order: 9 })
  const after = reader.read()
  expect(after).not.toBe(before)
  for (const root of ['lines', 'proposals', 'cement', 'replies', 'reactions'] as const)
    expect(after[root]).toBe(before[root])
  const same = after.notes.filter(note => before.notes.includes(note)).map(note => note.id)
  expect(same).toEqual(ids.filter(id => id !== 'entry-0002'))
})

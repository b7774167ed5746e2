import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openBoard } from '#components/live/open-board.ts'
import { PACE } from '#components/live/pace.ts'
import { addNote, type Board, moveNote, textOf, writeText } from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const NOTES = 300
const ids = Array.from({ length: NOTES }, (_, index) => `note-${String(index).padStart(4, '0')}`)

/** A page with a full board, and what each view of it was given to draw; `hears` is what comes over the line. */
function page(views = 1) {
  const [doc, line] = [new Y.Doc(), new Y.Doc()]
  for (const [order, id] of ids.entries())
    addNote(
      doc,
      { id, author: 'author-0001', partner: null, at: 1 },
      { bouwsteen: bouwstenen[order % 7] ?? 'opgave', order, text: id },
    )
  Y.applyUpdate(line, Y.encodeStateAsUpdate(doc))
  line.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'line'))
  const { shown, preview } = openBoard(doc)
  const drawn = Array.from({ length: views }, (): Board[] => [])
  for (const each of drawn) shown.subscribe(() => each.push(shown.read()))
  const types = (at: Y.Doc, id: string | undefined, text: string) => {
    const written = textOf(at, 'notes', id ?? '')
    if (written) writeText(written, text)
  }
  const reads = (id: string | undefined) => shown.read().notes.find(note => note.id === id)?.text
  vi.advanceTimersByTime(PACE)
  return { doc, line, shown, preview, drawn, types, reads }
}

describe('[D3] what others do is shown bundled, what one does oneself at once', () => {
  test('thirty who type for a second draw each row about as often as its words change to the eye, in all views together', () => {
    const { line, shown, drawn, types, reads } = page(3)
    const before = shown.read()
    const letters = 20
    for (let letter = 1; letter <= letters; letter++)
      for (let person = 0; person < 30; person++) {
        types(line, ids[person], 'x'.repeat(letter))
        vi.advanceTimersByTime(1000 / letters / 30)
      }
    vi.advanceTimersByTime(PACE)
    for (let person = 0; person < 30; person++) expect(reads(ids[person])).toBe('x'.repeat(letters))

    const [first = [], ...others] = drawn
    for (const other of others) expect(other).toEqual(first)
    // 600 letters.
    expect(first.length).toBeLessThanOrEqual(1000 / PACE + 2)
    const rows = first.map(({ notes }, index) => {
      const was = new Set((first[index - 1] ?? before).notes)
      return notes.filter(note => !was.has(note)).length
    })
    expect(rows.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(30 * (1000 / PACE + 2))
    expect(Math.max(...rows)).toBeLessThanOrEqual(30)
    const untouched = (board: Board) => board.notes.filter(note => !ids.slice(0, 30).includes(note.id))
    for (const [index, note] of untouched(shown.read()).entries()) expect(note).toBe(untouched(before)[index])
  })

  test('one other who types when it is quiet is shown letter by letter', () => {
    const { line, drawn, types, reads } = page()
    for (const text of ['d', 'da', 'dag']) {
      types(line, ids[0], text)
      expect(reads(ids[0])).toBe(text)
      vi.advanceTimersByTime(2 * PACE)
    }
    expect(drawn[0]).toHaveLength(3)
  })

  test('one’s own letters are shown at once in a hall that types, with what others did up to then', () => {
    const { doc, line, types, reads } = page()
    types(line, ids[1], 'een')
    types(line, ids[1], 'een twee')
    expect(reads(ids[1])).toBe('een')
    types(doc, ids[0], 'ik')
    expect([reads(ids[0]), reads(ids[1])]).toEqual(['ik', 'een twee'])
  })

  test('what one holds is shown where one holds it, over what others do, and lies there without a flash', () => {
    const { doc, line, shown, preview, drawn, types } = page()
    const [carried = ''] = ids
    const lies = () => shown.read().notes.find(note => note.id === carried)
    types(line, ids[1], 'een')
    types(line, ids[1], 'een twee')
    preview.show(new Map([[carried, { bouwsteen: 'waarde', order: 3.5 }]]))
    expect(lies()).toMatchObject({ bouwsteen: 'waarde', order: 3.5 })
    expect(shown.read()).toBe(shown.read())
    types(line, carried, 'anders')
    vi.advanceTimersByTime(PACE)
    expect(lies()).toMatchObject({ bouwsteen: 'waarde', order: 3.5, text: 'anders' })
    preview.end()
    moveNote(doc, carried, { bouwsteen: 'waarde', order: 3.5 })
    const places = drawn[0]?.map(({ notes }) => notes.find(note => note.id === carried)?.bouwsteen)
    expect(places).toEqual(['opgave', 'waarde', 'waarde', 'waarde'])
  })
})

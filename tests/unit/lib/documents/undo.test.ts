import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addLine,
  addNote,
  addResult,
  asOne,
  changeLine,
  giveLead,
  moveNote,
  putInLine,
  readBoard,
  setDeleted,
  spliceText,
  textOf,
  toggleReaction,
} from '#lib/documents/board.ts'
import type { BoardRoot, TextRoot } from '#lib/documents/layout.ts'
import { type Did, History } from '#lib/documents/undo.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'

const anna: Actor = { id: 'person-anna', role: 'participant', partner: null, mayOrder: true }
const made = (id: string) => ({ id, author: anna.id, partner: null, at: 1000 })
const free = () => null

let doc: Y.Doc
let other: Y.Doc
let time: number
let history: History

/** Anna's document with her history, and the document of somebody else that is kept in step by `sync`. */
beforeEach(() => {
  doc = new Y.Doc()
  other = new Y.Doc()
  time = 10_000
  history = new History(doc, () => time)
})

function sync(): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}
function type(at: number, insert: string, remove = 0, on = doc, id = 'note-0001', root: TextRoot = 'notes') {
  const text = textOf(on, root, id)
  if (!text) throw new Error('no such text')
  spliceText(text, [{ at, remove, insert }])
}
const note = (id = 'note-0001', text = '') => addNote(doc, made(id), { bouwsteen: 'opgave', order: 1, text })
const read = <R extends BoardRoot>(root: R, id: string) => {
  const found = readBoard(doc)[root].find(each => each.id === id)
  if (!found) throw new Error('no such entry')
  return found as ReturnType<typeof readBoard>[R][number]
}
const text = (id = 'note-0001') => read('notes', id).text
const did = (kind: Did['kind'], root: BoardRoot, ...ids: string[]) => ({
  ok: true,
  value: { kind, entries: ids.map(id => ({ root, id })) },
})

describe('[E9] one’s own steps are taken back and done again, one by one', () => {
  it('a new note goes to the bin and comes out of it again, with all that was typed', () => {
    note('note-0001', 'hallo')
    time += 5000
    expect(history.read()).toEqual({ canUndo: true, canRedo: false })
    expect(history.undo(free)).toEqual(did('add', 'notes', 'note-0001'))
    expect(read('notes', 'note-0001')).toMatchObject({ text: 'hallo', deletedAt: 15_000 })
    expect(history.read()).toEqual({ canUndo: false, canRedo: true })
    expect(history.undo(free)).toEqual({ ok: false, refusal: 'nothing' })
    expect(history.redo(free)).toEqual(did('add', 'notes', 'note-0001'))
    expect(read('notes', 'note-0001').deletedAt).toBeNull()
  })

  it('moves, lines, colours, the bin and reactions, each back to what it was', () => {
    note()
    addLine(doc, made('line-0001'), { title: 'Wonen', order: 1 })
    addResult(doc, made('result-001'), { order: 1 })
    const before = readBoard(doc)
    const acts: [Did['kind'], BoardRoot, string, () => void][] = [
      ['move', 'notes', 'note-0001', () => moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 7 })],
      ['line', 'notes', 'note-0001', () => putInLine(doc, 'note-0001', 'line-0001')],
      ['colour', 'lines', 'line-0001', () => changeLine(doc, 'line-0001', { colour: 'teal' })],
      ['lead', 'results', 'result-001', () => giveLead(doc, 'result-001', 'partner-1')],
      ['bin', 'notes', 'note-0001', () => setDeleted(doc, 'notes', 'note-0001', 5)],
      ['restore', 'notes', 'note-0001', () => setDeleted(doc, 'notes', 'note-0001', null)],
    ]
    for (const [, , , act] of acts) act()
    const after = readBoard(doc)
    for (const [kind, root, id] of acts.toReversed()) expect(history.undo(free)).toEqual(did(kind, root, id))
    expect(readBoard(doc)).toEqual(before)
    for (const [kind, root, id] of acts) expect(history.redo(free)).toEqual(did(kind, root, id))
    expect(readBoard(doc)).toEqual(after)
    toggleReaction(doc, made('react-001'), { note: 'note-0001', kind: 'vraag' })
    toggleReaction(doc, made('react-002'), { note: 'note-0001', kind: 'vraag' })
    expect(history.undo(free)).toEqual(did('bin', 'reactions', 'react-001'))
    expect(read('reactions', 'react-001').deletedAt).toBeNull()
    expect(history.undo(free)).toEqual(did('add', 'reactions', 'react-001'))
    expect(read('reactions', 'react-001').deletedAt).not.toBeNull()
  })

  it('what was done to several at once is one step', () => {
    const ids = ['note-0001', 'note-0002', 'note-0003']
    for (const id of ids) note(id)
    asOne(doc, () => {
      addLine(doc, made('line-0001'), { title: '', order: 1 })
      for (const id of ids) putInLine(doc, id, 'line-0001')
    })
    const result = history.undo(free)
    expect(result.ok && [result.value.kind, result.value.entries.length]).toEqual(['add', 4])
    expect(readBoard(doc).notes.map(({ line }) => line)).toEqual([null, null, null])
    expect(read('lines', 'line-0001').deletedAt).not.toBeNull()
  })

  it('a field that was not there is not there again', () => {
    const values = { order: 1, author: anna.id, createdAt: 1, deletedAt: null }
    const line = new Y.Map<unknown>(Object.entries(values))
    line.set('title', new Y.Text())
    doc.getMap('lines').set('line-0001', line)
    changeLine(doc, 'line-0001', { colour: 'red' })
    history.undo(free)
    expect(line.has('colour')).toBe(false)
    history.redo(free)
    expect(read('lines', 'line-0001').colour).toBe('red')
  })

  it('a new act ends what could be done again', () => {
    note()
    type(0, 'a')
    history.undo(free)
    moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 1 })
    expect(history.read().canRedo).toBe(false)
    expect(history.redo(free)).toEqual({ ok: false, refusal: 'nothing' })
    time += 10_000
    type(0, 'b')
    history.undo(free)
    expect(history.redo(free)).toEqual(did('write', 'notes', 'note-0001'))
    expect(text()).toBe('b')
  })

  it('nothing of what others did is a step of one’s own', () => {
    note()
    sync()
    moveNote(other, 'note-0001', { bouwsteen: 'waarde', order: 1 })
    sync()
    history.undo(free)
    expect(history.read().canUndo).toBe(false)
    expect(read('notes', 'note-0001').bouwsteen).toBe('waarde')
  })
})

describe('[E10] typing', () => {
  it('is one step until one pauses, goes on for long, or does something else', () => {
    note()
    for (const letter of 'abc') {
      type(text().length, letter)
      time += 300
    }
    time += 700
    type(3, 'd')
    moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 1 })
    type(4, 'e')
    const seen = [text()]
    for (let step = 0; step < 4; step++) {
      history.undo(free)
      seen.push(text())
    }
    expect(seen).toEqual(['abcde', 'abcd', 'abcd', 'abc', ''])
    for (let step = 0; step < 4; step++) history.redo(free)
    expect(text()).toBe('abcde')
    for (let letter = 0; letter < 40; letter++) {
      type(text().length, 'x')
      time += 300
    }
    history.undo(free)
    expect(text().length).toBeGreaterThan(20)
  })

  it('in one note is another step than in the next', () => {
    note('note-0001')
    note('note-0002')
    type(0, 'een')
    type(0, 'twee', 0, doc, 'note-0002')
    history.undo(free)
    expect([text('note-0001'), text('note-0002')]).toEqual(['een', ''])
  })

  it('after taking back is a step of its own', () => {
    note()
    type(0, 'a')
    time += 1000
    type(1, 'b')
    history.undo(free)
    history.redo(free)
    type(2, 'c')
    history.undo(free)
    expect(text()).toBe('ab')
  })
})

describe('[E11] what others did since stays', () => {
  it('in a text: their letters stay, and one’s own deletion comes back among them', () => {
    note('note-0001', 'een boom')
    sync()
    type(3, ' grote')
    time += 1000
    type(0, '', 4)
    sync()
    type(6, 'dikke ', 0, other)
    sync()
    const seen = [text()]
    for (const way of ['undo', 'undo', 'redo', 'redo'] as const) {
      history[way](free)
      seen.push(text())
    }
    expect(seen).toEqual([
      'grote dikke boom',
      'een grote dikke boom',
      'een dikke boom',
      'een grote dikke boom',
      'grote dikke boom',
    ])
  })

  it('a note that somebody moved on lies where they laid it, also when they only gave it another place on its tile', () => {
    note()
    for (const to of [
      { bouwsteen: 'binding', order: 3 },
      { bouwsteen: 'waarde', order: 9 },
    ] as const) {
      moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 7 })
      sync()
      moveNote(other, 'note-0001', to)
      sync()
      expect(history.undo(free)).toEqual({ ok: false, refusal: 'overtaken' })
      expect(read('notes', 'note-0001')).toMatchObject(to)
      expect(history.read().canRedo).toBe(false)
    }
  })

  it('of several that were moved, those that nobody touched go back', () => {
    note('note-0001')
    note('note-0002')
    asOne(doc, () => {
      for (const id of ['note-0001', 'note-0002']) moveNote(doc, id, { bouwsteen: 'waarde', order: 7 })
    })
    sync()
    moveNote(other, 'note-0001', { bouwsteen: 'binding', order: 3 })
    sync()
    expect(history.undo(free)).toEqual(did('move', 'notes', 'note-0002'))
    expect(
      readBoard(doc)
        .notes.map(({ bouwsteen }) => bouwsteen)
        .sort(),
    ).toEqual(['binding', 'opgave'])
    expect(history.redo(free)).toEqual(did('move', 'notes', 'note-0002'))
  })

  it('a note that was thrown away by another stays so', () => {
    note()
    sync()
    setDeleted(other, 'notes', 'note-0001', 77)
    sync()
    expect(history.undo(free)).toEqual({ ok: false, refusal: 'overtaken' })
    expect(read('notes', 'note-0001').deletedAt).toBe(77)
  })

  it('when all that one typed is gone, nothing else is taken back instead', () => {
    note()
    type(0, 'blijft')
    moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 1 })
    type(0, 'weg ')
    sync()
    type(0, '', 4, other)
    sync()
    expect(history.undo(free)).toEqual({ ok: false, refusal: 'overtaken' })
    expect(text()).toBe('blijft')
    expect(history.undo(free)).toEqual(did('move', 'notes', 'note-0001'))
    expect(text()).toBe('blijft')
  })

  it('the text of a note that was made along with typing elsewhere stays in the bin with it', () => {
    note()
    asOne(doc, () => {
      type(0, 'hier')
      note('note-0002', 'daar')
    })
    type(4, '!', 0, doc, 'note-0002')
    time += 1000
    history.undo(free)
    expect(history.undo(free)).toEqual({
      ok: true,
      value: { kind: 'add', entries: expect.arrayContaining([{ root: 'notes', id: 'note-0001' }]) },
    })
    expect(text('note-0001')).toBe('')
    expect(read('notes', 'note-0002')).toMatchObject({ text: 'daar', deletedAt: expect.any(Number) })
  })
})

describe('[E12] nothing is done that may not be now', () => {
  const may =
    (phase: Phase, actor = anna) =>
    (action: Parameters<typeof can>[1]) =>
      can(actor, action, phase)

  it('in a phase that forbids it: the step waits', () => {
    note()
    type(0, 'a')
    expect(history.undo(may('decide'))).toEqual({ ok: false, refusal: 'phase-forbids' })
    expect(text()).toBe('a')
    expect(history.undo(may('collect'))).toEqual(did('write', 'notes', 'note-0001'))
    expect(history.redo(may('sign'))).toEqual({ ok: false, refusal: 'phase-forbids' })
    expect(history.redo(may('collect'))).toEqual(did('write', 'notes', 'note-0001'))
  })

  it('without a right that one had, or on what is another’s: the step is dropped and the ones before are open', () => {
    addNote(
      other,
      { ...made('note-0001'), author: 'person-bram' },
      { bouwsteen: 'opgave', order: 1, text: '' },
    )
    sync()
    moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 1 })
    type(0, 'a')
    time += 1000
    addLine(doc, made('line-0001'), { title: '', order: 1 })
    setDeleted(doc, 'notes', 'note-0001', 5)
    const mayNot = may('collect', { ...anna, mayOrder: false })
    expect(history.undo(mayNot)).toEqual({ ok: false, refusal: 'not-yours' })
    expect(history.undo(mayNot)).toEqual({ ok: false, refusal: 'role-forbids' })
    expect(readBoard(doc)).toMatchObject({ notes: [{ deletedAt: 5 }], lines: [{ deletedAt: null }] })
    expect(history.undo(() => 'not-yours')).toEqual({ ok: false, refusal: 'not-yours' })
    expect(text()).toBe('a')
    expect(history.undo(mayNot)).toEqual(did('move', 'notes', 'note-0001'))
    expect(text()).toBe('a')
  })

  it('when letters that come back would make a text too long: the step waits', () => {
    note('note-0001', 'x'.repeat(2000))
    type(0, '', 10)
    sync()
    type(0, 'y'.repeat(5), 0, other)
    sync()
    expect(history.undo(free)).toEqual({ ok: false, refusal: 'text-too-long' })
    type(0, '', 5, other)
    sync()
    expect(history.undo(free)).toEqual(did('write', 'notes', 'note-0001'))
    expect(text()).toHaveLength(2000)
  })
})

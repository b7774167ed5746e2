import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveNote, setDeleted, textOf, writeText } from '#lib/documents/board.ts'
import { addDeskNote, readDesk, removeDeskNotes } from '#lib/documents/desk.ts'
import { documentKey, documentPath } from '#lib/documents/names.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import { gate } from '#server/sync/gate.ts'
import { anna, bram, edit, gateRoom, lead, made } from '#tests/harness/gate-room.ts'

const onOpgave = (text: string) => ({ bouwsteen: 'opgave' as const, order: 1, text })

/** Anna's desk as the server holds it, behind the real gate. */
function desk(stage: Stage = 'desks') {
  const doc = new Y.Doc()
  const owners = new Map<number, string>()
  const state = { stage }
  return {
    doc,
    state,
    try(act: (doc: Y.Doc) => void, actor: Actor = anna) {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      const update = edit(copy, () => act(copy))
      const document = documentKey('desk/1', anna.id)
      const passed = gate(update, { document, doc, owners, actor, ...state, frozen: false })
      if (!passed.ok) return passed.refusal
      Y.applyUpdate(doc, passed.value.update)
      return null
    },
  }
}
const adds =
  (id: string, text = 'een huis', actor = anna) =>
  (doc: Y.Doc) =>
    addDeskNote(doc, made(actor, id), onOpgave(text))

describe('a desk', () => {
  it('takes what its person does there: adding, typing, moving, binning, restoring', () => {
    const { doc, try: attempt } = desk()
    expect(attempt(adds('note-0001'))).toBeNull()
    expect(attempt(copy => writeText(textOf(copy, 'notes', 'note-0001') as Y.Text, 'een tuin'))).toBeNull()
    expect(attempt(copy => moveNote(copy, 'note-0001', { bouwsteen: 'waarde', order: 2 }))).toBeNull()
    expect(attempt(copy => setDeleted(copy, 'notes', 'note-0001', 5))).toBeNull()
    expect(attempt(copy => setDeleted(copy, 'notes', 'note-0001', null))).toBeNull()
    expect(readDesk(doc)).toMatchObject([{ bouwsteen: 'waarde', text: 'een tuin', deletedAt: null }])
  })

  it('takes no other fields, no other roots, nothing in another’s name, and nothing removed', () => {
    const { try: attempt } = desk()
    expect(attempt(adds('note-0001'))).toBeNull()
    expect(attempt(doc => addNote(doc, made(anna, 'note-0002'), onOpgave('x')))).toBe('unknown-field')
    expect(attempt(doc => doc.getMap('lines').set('line-0001', new Y.Map()))).toBe('unknown-root')
    expect(attempt(adds('note-0003', 'x', bram))).toBe('not-the-sender')
    expect(attempt(doc => removeDeskNotes(doc, ['note-0001']))).toBe('entry-deleted')
    expect(attempt(adds('note-0004', 'x'.repeat(2001)))).toBe('text-too-long')
  })

  it('takes nothing from anybody else, nor when desks are not in use', () => {
    expect(desk().try(adds('note-0001', 'x', bram), bram)).toBe('not-yours')
    expect(desk().try(adds('note-0001', 'x', lead), lead)).toBe('not-yours')
    for (const stage of ['collect', 'order', 'closed'] as const)
      expect(desk(stage).try(adds('note-0001'))).toBe('desk-closed')
  })

  it('holds as many notes as a person may bring to a board', () => {
    const { try: attempt } = desk()
    const many = (doc: Y.Doc) => {
      for (let note = 0; note < NOTES_PER_PERSON_MAX; note++) adds(`note-${1000 + note}`)(doc)
    }
    expect(attempt(many)).toBeNull()
    expect(attempt(adds('note-over'))).toBe('too-many-notes')
  })

  it('[G19] takes what was typed in a note that the server laid out meanwhile, while desks are in use', () => {
    const typedTooLate = (stage: Stage) => {
      const { doc, state, try: attempt } = desk()
      expect(attempt(adds('note-0001'))).toBeNull()
      const away = new Y.Doc()
      Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
      textOf(away, 'notes', 'note-0001')?.insert(0, 'nog ')
      removeDeskNotes(doc, ['note-0001'])
      Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
      state.stage = stage
      return attempt(copy => Y.applyUpdate(copy, Y.encodeStateAsUpdate(away)))
    }
    expect(typedTooLate('desks')).toBeNull()
    expect(typedTooLate('closed')).toBe('desk-closed')
  })

  it('has a path that names a round and nobody', () => {
    expect(documentPath('board')).toBe('board')
    expect(documentPath('desk/12')).toBe('desk/12')
    for (const path of ['desk', 'desk/0', 'desk/01', 'desk/1/person-anna', 'desk/1e3', 'elsewhere'])
      expect(documentPath(path)).toBeNull()
  })
})

describe('a note without a name', () => {
  /** A board on which the server laid one down. */
  function nameless() {
    const room = gateRoom()
    addNote(room.doc, { id: 'note-0001', author: null, partner: null, at: 1 }, onOpgave('zonder naam'))
    return room
  }

  it('[Q13] is edited by everybody like any other, and binned by the facilitator alone', () => {
    const room = nameless()
    expect(room.try(bram, doc => writeText(textOf(doc, 'notes', 'note-0001') as Y.Text, 'beter'))).toBeNull()
    expect(room.try(bram, doc => moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 1 }))).toBeNull()
    for (const actor of [anna, bram])
      expect(room.try(actor, doc => setDeleted(doc, 'notes', 'note-0001', 5))).toBe('not-yours')
    expect(room.try(lead, doc => setDeleted(doc, 'notes', 'note-0001', 5))).toBeNull()
    expect(room.try(lead, doc => setDeleted(doc, 'notes', 'note-0001', null))).toBeNull()
  })

  it('[Q13] is made by the server alone, once', () => {
    const room = nameless()
    const without = { id: 'note-0002', author: null, partner: null, at: 1 }
    expect(room.try(bram, doc => addNote(doc, without, onOpgave('x')))).toBe('not-the-sender')
    const again = new Y.Doc()
    addNote(again, made(bram, 'note-0001'), onOpgave('x'))
    expect(room.offer(Y.encodeStateAsUpdate(again), bram)).toBe('entry-exists')
    const claim = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('notes').get('note-0001')?.set('author', bram.id)
    expect(room.try(bram, claim)).toBe('fixed-field')
  })
})

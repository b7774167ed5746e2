import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCement, addLine, addNote, addReply, setDeleted, toggleReaction } from '#lib/documents/board.ts'
import { hashOf, type Json } from '#lib/domain/canonical.ts'
import { boardSnapshotSchema } from '#lib/domain/snapshot.ts'
import { boardOf } from '#server/sync/contents.ts'

const made = (id: string) => ({ id, author: 'person-anna', partner: null, at: 1 })

/** Two notes with all that hangs on them, and one in the bin with the same. */
function board(): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, bouwsteen] of [
    ['note-0001', 'opgave'],
    ['note-0002', 'waarde'],
    ['note-gone', 'binding'],
  ] as const) {
    addNote(doc, made(id), { bouwsteen, order: 1, text: id })
    addReply(doc, made(`reply-${id}`), { note: id, text: 'ja' })
    toggleReaction(doc, made(`react-${id}`), { note: id, kind: 'vraag' })
    addCement(doc, made(`cement-${id}`), { from: 'note-0001', to: id, text: '' })
  }
  addLine(doc, made('line-0001'), { title: 'Wonen', order: 1, about: 'kort', colour: 'teal' })
  return doc
}
const frozen = (doc: Y.Doc) => ({
  ...{ format: 'mozaiekbord-board/4', previous: null, session: 'session-01', frozenAt: 5 },
  ...boardOf([Y.encodeStateAsUpdate(doc)]),
})
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id)

describe('[E8] a frozen board', () => {
  it('holds cement, replies and reactions of the notes that stand', () => {
    const doc = board()
    setDeleted(doc, 'notes', 'note-gone', 5)
    setDeleted(doc, 'replies', 'reply-note-0001', 5)
    // The same reaction from a second tab.
    const other = new Y.Doc()
    toggleReaction(other, made('react-twice'), { note: 'note-0002', kind: 'vraag' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    const content = boardSnapshotSchema.parse(frozen(doc))
    if (content.format !== 'mozaiekbord-board/4') throw new Error('another format')
    expect(ids(content.cement)).toEqual(['cement-note-0001', 'cement-note-0002'])
    expect(ids(content.replies)).toEqual(['reply-note-0002'])
    expect(ids(content.reactions)).toEqual(['react-note-0001', 'react-note-0002'])
    expect(content.lines).toMatchObject([{ about: 'kort', colour: 'teal' }])
  })

  it('keeps its hash when it is read, in this format and the one before', () => {
    const now = frozen(board())
    expect(hashOf(boardSnapshotSchema.parse(now) as unknown as Json)).toBe(hashOf(now as unknown as Json))
    const { previous: _, ...third } = { ...now, format: 'mozaiekbord-board/3' }
    expect(boardSnapshotSchema.parse(third)).toEqual(third)
    expect(boardSnapshotSchema.safeParse({ ...third, previous: null }).success).toBe(false)
    const line = { id: 'line-0001', title: 'Wonen', order: 1, author: 'person-anna' }
    const first = {
      ...{ format: 'mozaiekbord-board/1', session: 'session-01', frozenAt: 5 },
      ...{ notes: now.notes, proposals: [], lines: [{ ...line, createdAt: 1, deletedAt: null }] },
    }
    // Taken when boards were frozen so.
    const HASH = '51c8292b064247569602a3b32b36e03e01576520a289fdbd5628e410c1a449e6'
    expect(hashOf(boardSnapshotSchema.parse(first) as unknown as Json)).toBe(HASH)
    expect(boardSnapshotSchema.safeParse({ ...first, cement: [] }).success).toBe(false)
  })
})

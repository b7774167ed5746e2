import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addLine,
  addNote,
  moveNote,
  putInLine,
  readBoard,
  setDeleted,
  textOf,
  writeText,
} from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import { anna, bram, edit, gateRoom, lead, made } from '#tests/harness/gate-room.ts'

const raw = (doc: Y.Doc, root: string, act: (map: Y.Map<unknown>) => void) =>
  edit(doc, () => doc.transact(() => act(doc.getMap(root))))

function withNote(phase: Phase = 'collect') {
  const room = gateRoom('collect')
  const doc = new Y.Doc()
  expect(
    room.offer(
      edit(doc, () =>
        addNote(doc, made(anna, 'note-0001'), { bouwsteen: 'opgave', order: 1, text: 'hallo' }),
      ),
      anna,
    ),
  ).toBeNull()
  const later = gateRoom(phase)
  Y.applyUpdate(later.doc, Y.encodeStateAsUpdate(room.doc))
  return later
}

describe('the gate lets through what a lawful client makes', () => {
  it('[G1] adding, typing in the middle, moving, binning and restoring', () => {
    const room = withNote()
    const doc = room.client()
    const steps: [Actor, () => void][] = [
      [bram, () => textOf(doc, 'notes', 'note-0001')?.insert(2, 'xyz')],
      [bram, () => moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 2 })],
    ]
    for (const [actor, act] of steps) expect(room.offer(edit(doc, act), actor)).toBeNull()
    const own = room.client()
    expect(
      room.offer(
        edit(own, () => setDeleted(own, 'notes', 'note-0001', 5)),
        anna,
      ),
    ).toBeNull()
    expect(
      room.offer(
        edit(own, () => setDeleted(own, 'notes', 'note-0001', null)),
        anna,
      ),
    ).toBeNull()
    expect(readBoard(room.doc).notes[0]).toMatchObject({
      text: 'haxyzllo',
      bouwsteen: 'waarde',
      deletedAt: null,
    })
  })

  it('[G1] a whole state sent again, with structs and deletions of others that the server has', () => {
    const room = withNote()
    const doc = room.client()
    expect(
      room.offer(
        edit(doc, () => textOf(doc, 'notes', 'note-0001')?.delete(0, 2)),
        bram,
      ),
    ).toBeNull()
    expect(room.offer(Y.encodeStateAsUpdate(doc), anna)).toBeNull()
  })

  it('[G1] offline work of two people converges byte for byte, in any order of arrival', () => {
    const act = fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('type', 'erase', 'move', 'add', 'bin', 'sync'),
      at: fc.nat(50),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), acts => {
        const room = withNote()
        const docs = [room.client(), room.client()] as const
        const actors = [anna, bram] as const
        let count = 0
        const sync = (who: 0 | 1) => {
          Y.applyUpdate(docs[who], Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(docs[who])))
          expect(
            room.offer(Y.encodeStateAsUpdate(docs[who], Y.encodeStateVector(room.doc)), actors[who]),
          ).toBeNull()
        }
        for (const { who, what, at } of acts as { who: 0 | 1; what: string; at: number }[]) {
          const doc = docs[who]
          const text = textOf(doc, 'notes', 'note-0001')
          if (!text) throw new Error('the note is gone')
          if (what === 'type') text.insert(at % (text.length + 1), 'ab')
          if (what === 'erase' && text.length > 0) text.delete(at % text.length, 1)
          if (what === 'move')
            moveNote(doc, 'note-0001', { bouwsteen: bouwstenen[at % 7] ?? 'opgave', order: at })
          if (what === 'add')
            addNote(doc, made(actors[who], `note-${who}-${count++}-x`), {
              bouwsteen: 'binding',
              order: at,
              text: 'n',
            })
          if (what === 'bin' && who === 0) setDeleted(doc, 'notes', 'note-0001', at)
          if (what === 'sync') sync(who)
        }
        for (const who of [0, 1, 0, 1] as const) sync(who)
        expect(Y.encodeStateAsUpdate(docs[0])).toEqual(Y.encodeStateAsUpdate(room.doc))
        expect(readBoard(docs[0])).toEqual(readBoard(docs[1]))
      }),
    )
  })
})

describe('the gate refuses', () => {
  it('[G2] an unknown root and an unknown field', () => {
    const room = withNote()
    expect(
      room.offer(
        raw(new Y.Doc(), 'other', map => map.set('a', 1)),
        anna,
      ),
    ).toBe('unknown-root')
    const doc = room.client()
    const update = raw(doc, 'notes', notes => (notes.get('note-0001') as Y.Map<unknown>).set('colour', 'red'))
    expect(room.offer(update, anna)).toBe('unknown-field')
    const proto = raw(doc, 'notes', notes => (notes.get('note-0001') as Y.Map<unknown>).set('__proto__', 1))
    expect(room.offer(proto, anna)).not.toBeNull()
  })

  it('[G3] a value of another type or outside its schema', () => {
    const room = withNote()
    for (const value of ['somewhere', 7, null, new Y.Map()]) {
      const doc = room.client()
      const update = raw(doc, 'notes', notes =>
        (notes.get('note-0001') as Y.Map<unknown>).set('bouwsteen', value),
      )
      expect(room.offer(update, anna)).toBe('wrong-value')
    }
  })

  it('[G4] text that would grow past 2,000 characters, in one piece or by a last one', () => {
    const room = withNote()
    const doc = room.client()
    expect(
      room.offer(
        edit(doc, () => textOf(doc, 'notes', 'note-0001')?.insert(0, 'x'.repeat(100_000))),
        anna,
      ),
    ).toBe('text-too-long')
    const fits = room.client()
    expect(
      room.offer(
        edit(fits, () => textOf(fits, 'notes', 'note-0001')?.insert(0, 'x'.repeat(1995))),
        anna,
      ),
    ).toBeNull()
    expect(
      room.offer(
        edit(fits, () => textOf(fits, 'notes', 'note-0001')?.insert(0, 'x')),
        anna,
      ),
    ).toBe('text-too-long')
  })

  it("[G5] a note signed with another person's id or partner, and a change of author", () => {
    const room = withNote()
    const doc = new Y.Doc()
    const note = { bouwsteen: 'opgave', order: 1, text: '' } as const
    expect(
      room.offer(
        edit(doc, () => addNote(doc, made(anna, 'note-0002'), note)),
        bram,
      ),
    ).toBe('not-the-sender')
    const mine = room.client()
    const update = raw(mine, 'notes', notes =>
      (notes.get('note-0001') as Y.Map<unknown>).set('author', bram.id),
    )
    expect(room.offer(update, bram)).toBe('fixed-field')
  })

  it("[G6] replacing a note's text, removing a note, making one twice, making one in part", () => {
    const room = withNote()
    const replace = room.client()
    const replaced = raw(replace, 'notes', notes =>
      (notes.get('note-0001') as Y.Map<unknown>).set('text', new Y.Text('weg')),
    )
    expect(room.offer(replaced, anna)).toBe('fixed-field')
    const remove = room.client()
    expect(
      room.offer(
        raw(remove, 'notes', notes => notes.delete('note-0001')),
        anna,
      ),
    ).toBe('entry-deleted')
    const twice = new Y.Doc()
    const again = () => addNote(twice, made(anna, 'note-0001'), { bouwsteen: 'opgave', order: 1, text: '' })
    expect(room.offer(edit(twice, again), anna)).toBe('entry-exists')
    expect(
      room.offer(
        raw(new Y.Doc(), 'notes', notes => notes.set('note-0003', new Y.Map())),
        anna,
      ),
    ).toBe('incomplete-entry')
  })

  it('[G7] what the phase forbids', () => {
    const room = withNote('statement')
    const doc = room.client()
    expect(
      room.offer(
        edit(doc, () => textOf(doc, 'notes', 'note-0001')?.insert(0, 'x')),
        lead,
      ),
    ).toBe('phase-forbids')
    const order = withNote('order')
    const ordering = order.client()
    expect(
      order.offer(
        edit(ordering, () => addLine(ordering, made(lead, 'line-0001'), { title: 'a', order: 1 })),
        lead,
      ),
    ).toBeNull()
    expect(
      order.offer(
        edit(ordering, () => putInLine(ordering, 'note-0001', 'line-0001')),
        lead,
      ),
    ).toBeNull()
    const other = order.client()
    expect(
      order.offer(
        edit(other, () => putInLine(other, 'note-0001', null)),
        bram,
      ),
    ).toBe('role-forbids')
  })

  it("[G8] structs under somebody else's Yjs client id", () => {
    const room = gateRoom()
    const doc = new Y.Doc()
    const note = { bouwsteen: 'opgave', order: 1, text: 'a' } as const
    expect(
      room.offer(
        edit(doc, () => addNote(doc, made(anna, 'note-0001'), note)),
        anna,
      ),
    ).toBeNull()
    expect(
      room.offer(
        edit(doc, () => textOf(doc, 'notes', 'note-0001')?.insert(0, 'x')),
        bram,
      ),
    ).toBe('foreign-client')
  })

  it('[G9] structs whose dependencies are missing, and bytes that are no update', () => {
    const room = withNote()
    const doc = room.client()
    edit(doc, () => textOf(doc, 'notes', 'note-0001')?.insert(0, 'first'))
    expect(
      room.offer(
        edit(doc, () => textOf(doc, 'notes', 'note-0001')?.insert(0, 'second')),
        anna,
      ),
    ).toBe('missing-dependency')
    expect(room.offer(new Uint8Array([255, 255, 255, 1, 2]), anna)).toBe('malformed-update')
  })

  it("[G10] putting another's note in the bin", () => {
    const room = withNote()
    const doc = room.client()
    expect(
      room.offer(
        edit(doc, () => setDeleted(doc, 'notes', 'note-0001', 5)),
        bram,
      ),
    ).toBe('not-yours')
  })

  it('[G11] corrupted updates never change the document without passing every rule', () => {
    const source = new Y.Doc()
    const update = edit(source, () =>
      addNote(source, made(anna, 'note-0009'), { bouwsteen: 'binding', order: 3, text: 'goed' }),
    )
    fc.assert(
      fc.property(fc.nat(update.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const room = withNote()
        const before = Y.encodeStateAsUpdate(room.doc)
        const corrupt = update.slice()
        corrupt[at] = (corrupt[at] ?? 0) ^ flip
        const refusal = room.offer(corrupt, anna)
        if (refusal) expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
        else expect(readBoard(room.doc).notes.every(note => note.author === anna.id)).toBe(true)
        expect(room.doc.store.pendingStructs).toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})

describe('writeText', () => {
  it('makes the text read as asked and keeps what another typed beside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const doc = new Y.Doc()
        const text = doc.getText('t')
        text.insert(0, from)
        writeText(text, to)
        expect(text.toString()).toBe(to)
      }),
    )
  })
})

/** One test a rule: a client written by hand breaks it; the server says so, stores nothing, and shows nothing to anybody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addCement,
  addLine,
  addNote,
  addReply,
  readBoard,
  setDeleted,
  textOf,
  toggleReaction,
} from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { CEMENT_PER_PERSON_MAX } from '#lib/domain/cement.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { REACTIONS_PER_PERSON_MAX } from '#lib/domain/reaction.ts'
import { REPLIES_PER_PERSON_MAX } from '#lib/domain/reply.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

const board = { session, document: 'board' } as const
let server: Awaited<ReturnType<typeof startRooms>>
let bram: Awaited<ReturnType<typeof server.join>>
let attacker: RawClient

/** Anna breaks rules; Bram has a note on the board and watches. */
beforeEach(async () => {
  server = await startRooms()
  bram = await server.join('person-bram')
  note(bram.doc, 'note-bram', 'person-bram', 'van Bram')
  note(bram.doc, 'note-also', 'person-bram', 'ook van Bram', null, 'waarde')
  addReply(bram.doc, by('reply-bram', 'person-bram'), { note: 'note-bram', text: 'en dit' })
  addCement(bram.doc, by('cement-bram', 'person-bram'), { from: 'note-bram', to: 'note-also', text: '' })
  toggleReaction(bram.doc, by('react-bram', 'person-bram'), { note: 'note-bram', kind: 'vraag' })
  // What came back to another one is stored.
  const witness = await server.join('person-obse')
  await until(() => readBoard(witness.doc).reactions.length === 1)
  witness.provider.destroy()
  attacker = await RawClient.connect(`${server.base}/board?who=person-anna`)
  // In step, with nothing to bring: what it sends from now on must stand on what the server has.
  attacker.answer(new Uint8Array([0, 0]))
})
afterEach(() => server.stop())

const by = (id: string, author: string) => ({ id, author, partner: null, at: 1000 })
function note(
  doc: Y.Doc,
  id: string,
  author: string,
  text = 'hallo',
  partner: string | null = null,
  bouwsteen: Bouwsteen = 'opgave',
): void {
  addNote(doc, { ...by(id, author), partner }, { bouwsteen, order: 1, text })
}
async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
  return doc
}
/** What `act` sends, on top of what the server has. */
function edit(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bram.doc))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => act(doc))
  return Y.encodeStateAsUpdate(doc, before)
}
const noteOf = (doc: Y.Doc, id = 'note-bram') => doc.getMap<Y.Map<unknown>>('notes').get(id) as Y.Map<unknown>

/** Sends it, and looks everywhere that it must not be. */
async function refuses(update: Uint8Array, code: RefusalCode): Promise<void> {
  const before = Y.encodeStateAsUpdate(await stored())
  const seen = Y.encodeStateAsUpdate(bram.doc)
  attacker.update(update)
  await until(() => attacker.refusals.length > 0)
  expect(attacker.refusals).toEqual([code])
  expect(Y.encodeStateAsUpdate(await stored())).toEqual(before)
  // Bram writes on, and what comes back to everybody is his alone.
  textOf(bram.doc, 'notes', 'note-bram')?.insert(0, '!')
  await until(() => attacker.shown.length > 0)
  const expected = new Y.Doc()
  Y.applyUpdate(expected, seen)
  for (const shown of attacker.shown) Y.applyUpdate(expected, shown)
  expect(Y.encodeStateAsUpdate(bram.doc)).toEqual(Y.encodeStateAsUpdate(expected))
  expect(Y.encodeStateAsUpdate(await stored())).toEqual(Y.encodeStateAsUpdate(expected))
}

describe('[G12] a client written by hand is refused', () => {
  it('an unknown root', () =>
    refuses(
      edit(doc => doc.getMap('secret').set('a', 1)),
      'unknown-root',
    ))
  it.each(['__proto__', 'constructor', 'hasOwnProperty'])(
    'a note under the name %s, which every object has',
    id =>
      refuses(
        edit(doc => note(doc, id, 'person-anna')),
        'wrong-value',
      ),
  )
  it('an unknown field', () =>
    refuses(
      edit(doc => noteOf(doc).set('colour', 'red')),
      'unknown-field',
    ))
  it('a value of another type', () =>
    refuses(
      edit(doc => noteOf(doc).set('order', 'first')),
      'wrong-value',
    ))
  it('a value that its schema does not know', () =>
    refuses(
      edit(doc => noteOf(doc).set('bouwsteen', 'kelder')),
      'wrong-value',
    ))
  it('formatting in a note', () =>
    refuses(
      edit(doc => textOf(doc, 'notes', 'note-bram')?.format(0, 3, { bold: true })),
      'wrong-value',
    ))
  it('a picture in a note', () =>
    refuses(
      edit(doc => textOf(doc, 'notes', 'note-bram')?.insertEmbed(0, { src: 'https://else.where' })),
      'wrong-value',
    ))
  it('a document within the document', () =>
    refuses(
      edit(doc => noteOf(doc).set('line', new Y.Doc())),
      'wrong-value',
    ))
  it('text over 2,000 characters', () =>
    refuses(
      edit(doc => textOf(doc, 'notes', 'note-bram')?.insert(0, 'x'.repeat(2001))),
      'text-too-long',
    ))
  it('more notes than one person may bring', () =>
    refuses(
      edit(doc => {
        for (let index = 0; index <= NOTES_PER_PERSON_MAX; index++)
          note(doc, `note-${10_000 + index}`, 'person-anna')
      }),
      'too-many-notes',
    ))
  it('a note in somebody else’s name', () =>
    refuses(
      edit(doc => note(doc, 'note-anna', 'person-bram')),
      'not-the-sender',
    ))
  it('a note for a partner that is not the sender’s', () =>
    refuses(
      edit(doc => note(doc, 'note-anna', 'person-anna', 'hallo', 'p-one-0001')),
      'not-the-sender',
    ))
  it('another author for a note that is there', () =>
    refuses(
      edit(doc => noteOf(doc).set('author', 'person-anna')),
      'fixed-field',
    ))
  it('somebody else’s note in the bin', () =>
    refuses(
      edit(doc => setDeleted(doc, 'notes', 'note-bram', 5)),
      'not-yours',
    ))
  it('a note gone for good', () =>
    refuses(
      edit(doc => doc.getMap('notes').delete('note-bram')),
      'entry-deleted',
    ))
  it('a note’s text replaced, with all that others type in it', () =>
    refuses(
      edit(doc => noteOf(doc).set('text', new Y.Text('weg'))),
      'fixed-field',
    ))
  it('a second note of the same id', () => {
    const doc = new Y.Doc()
    note(doc, 'note-bram', 'person-anna')
    return refuses(Y.encodeStateAsUpdate(doc), 'entry-exists')
  })
  it('half a note', () =>
    refuses(
      edit(doc => doc.getMap('notes').set('note-half', new Y.Map([['author', 'person-anna']]))),
      'incomplete-entry',
    ))
  it('a line by who may not order', () =>
    refuses(
      edit(doc =>
        addLine(
          doc,
          { id: 'line-anna', author: 'person-anna', partner: null, at: 1 },
          { title: 'Wonen', order: 1 },
        ),
      ),
      'role-forbids',
    ))
  it('structs under another one’s Yjs client id', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bram.doc))
    doc.clientID = bram.doc.clientID
    const before = Y.encodeStateVector(doc)
    textOf(doc, 'notes', 'note-bram')?.insert(0, 'nep ')
    return refuses(Y.encodeStateAsUpdate(doc, before), 'foreign-client')
  })
  it('structs under a Yjs client id that somebody else shows and has not written under yet', async () => {
    const cees = new Y.Doc()
    const writer = await RawClient.connect(`${server.base}/board?who=person-obse`)
    writer.aware(cees.clientID, 1, {})
    await until(() => bram.provider.awareness.getStates().has(cees.clientID))
    const forged = edit(doc => {
      doc.clientID = cees.clientID
      textOf(doc, 'notes', 'note-bram')?.insert(0, 'eerst')
    })
    await refuses(forged, 'foreign-client')
    // Also while their line is away: they come back with what they wrote meanwhile.
    writer.close()
    await until(() => !bram.provider.awareness.getStates().has(cees.clientID))
    attacker.aware(cees.clientID, 9, { at: 'note-bram' })
    attacker.update(forged)
    await until(() => attacker.refusals.length === 2)
    expect(attacker.refusals[1]).toBe('foreign-client')
    expect(bram.provider.awareness.getStates().has(cees.clientID)).toBe(false)
  })
  it('structs whose predecessors are nowhere', () => {
    const doc = new Y.Doc()
    note(doc, 'note-anna', 'person-anna')
    const before = Y.encodeStateVector(doc)
    textOf(doc, 'notes', 'note-anna')?.insert(0, 'later ')
    return refuses(Y.encodeStateAsUpdate(doc, before), 'missing-dependency')
  })
  it('deletions of what is nowhere', () => refuses(new Uint8Array([0, 1, 77, 1, 0, 5]), 'missing-dependency'))
  it('bytes that are no update', () => refuses(new Uint8Array([9, 9, 9, 9]), 'malformed-update'))
  it('more than 256 kB at once', () => refuses(new Uint8Array(256 * 1024 + 1), 'too-large'))
  it('the same as an answer that nobody asked for', async () => {
    attacker.answer(edit(doc => noteOf(doc).set('author', 'person-anna')))
    await until(() => attacker.refusals.length > 0)
    expect(attacker.refusals).toEqual(['fixed-field'])
  })

  it('a lawful part beside an unlawful one: nothing of it is taken', () =>
    refuses(
      edit(doc => {
        note(doc, 'note-anna', 'person-anna')
        noteOf(doc).set('author', 'person-anna')
      }),
      'fixed-field',
    ))

  it('a write in a phase that does not allow it', async () => {
    server.state.phase = 'decide'
    await server.rooms.announce(session)
    attacker.update(edit(doc => note(doc, 'note-anna', 'person-anna')))
    await until(() => attacker.refusals.length > 0)
    expect(attacker.refusals).toEqual(['phase-forbids'])
    expect(readBoard(await stored()).notes).toHaveLength(2)
  })
})

describe('[G12] a client written by hand is refused, about cement, replies, reactions and lines:', () => {
  const anna = 'person-anna'
  const cement = (doc: Y.Doc, from: string, to: string, id = 'cement-anna', author = anna) =>
    addCement(doc, by(id, author), { from, to, text: '' })
  const reply = (doc: Y.Doc, text: string, id = 'reply-anna', author = anna) =>
    addReply(doc, by(id, author), { note: 'note-bram', text })
  const entry = (doc: Y.Doc, root: string, id: string) =>
    doc.getMap<Y.Map<unknown>>(root).get(id) as Y.Map<unknown>

  it('cement in somebody else’s name', () =>
    refuses(
      edit(doc => cement(doc, 'note-bram', 'note-also', 'cement-anna', 'person-bram')),
      'not-the-sender',
    ))
  it('cement within one bouwsteen', () =>
    refuses(
      edit(doc => {
        note(doc, 'note-anna', anna)
        cement(doc, 'note-bram', 'note-anna')
      }),
      'one-tile',
    ))
  it('cement between a note and itself', () =>
    refuses(
      edit(doc => cement(doc, 'note-bram', 'note-bram')),
      'one-tile',
    ))
  it('cement to a note that is not there', () =>
    refuses(
      edit(doc => cement(doc, 'note-bram', 'note-none')),
      'unknown-note',
    ))
  it('cement laid to another note afterwards', () =>
    refuses(
      edit(doc => entry(doc, 'cement', 'cement-bram').set('to', 'note-bram')),
      'fixed-field',
    ))
  it('somebody else’s cement in the bin', () =>
    refuses(
      edit(doc => setDeleted(doc, 'cement', 'cement-bram', 5)),
      'not-yours',
    ))
  it('a sentence on cement over 300 characters', () =>
    refuses(
      edit(doc => textOf(doc, 'cement', 'cement-bram')?.insert(0, 'x'.repeat(301))),
      'text-too-long',
    ))
  it('more cement than one person may draw', () =>
    refuses(
      edit(doc => {
        for (let index = 0; index <= CEMENT_PER_PERSON_MAX; index++)
          cement(doc, 'note-bram', 'note-also', `cement-${10_000 + index}`)
      }),
      'too-many-entries',
    ))

  it('a reply in somebody else’s name', () =>
    refuses(
      edit(doc => reply(doc, 'nep', 'reply-anna', 'person-bram')),
      'not-the-sender',
    ))
  it('a reply over 300 characters', () =>
    refuses(
      edit(doc => reply(doc, 'x'.repeat(301))),
      'text-too-long',
    ))
  it('a change of somebody else’s reply', () =>
    refuses(
      edit(doc => textOf(doc, 'replies', 'reply-bram')?.insert(0, 'niet ')),
      'not-yours',
    ))
  it('somebody else’s reply in the bin', () =>
    refuses(
      edit(doc => setDeleted(doc, 'replies', 'reply-bram', 5)),
      'not-yours',
    ))
  it('more replies than one person may write', () =>
    refuses(
      edit(doc => {
        for (let index = 0; index <= REPLIES_PER_PERSON_MAX; index++)
          reply(doc, '', `reply-${10_000 + index}`)
      }),
      'too-many-entries',
    ))

  it('a reaction of another kind', () =>
    refuses(
      edit(doc => toggleReaction(doc, by('react-anna', anna), { note: 'note-bram', kind: 'duim' as never })),
      'wrong-value',
    ))
  it('a reaction to a note that is not there', () =>
    refuses(
      edit(doc => toggleReaction(doc, by('react-anna', anna), { note: 'note-none', kind: 'vraag' })),
      'unknown-note',
    ))
  it('a reaction in somebody else’s name', () =>
    refuses(
      edit(doc => toggleReaction(doc, by('react-anna', 'person-bram'), { note: 'note-also', kind: 'vraag' })),
      'not-the-sender',
    ))
  it('somebody else’s reaction taken back', () =>
    refuses(
      edit(doc => setDeleted(doc, 'reactions', 'react-bram', 5)),
      'not-yours',
    ))
  it('more reactions than one person may give', () =>
    refuses(
      edit(doc => {
        const values = { note: 'note-bram', kind: 'vraag', author: anna, createdAt: 1, deletedAt: null }
        for (let index = 0; index <= REACTIONS_PER_PERSON_MAX; index++)
          doc.getMap('reactions').set(`react-${10_000 + index}`, new Y.Map(Object.entries(values)))
      }),
      'too-many-entries',
    ))

  it('a new note laid in a line by who may not order', () =>
    refuses(
      edit(doc =>
        addNote(doc, by('note-anna', anna), { bouwsteen: 'opgave', order: 1, text: '', line: 'line-0001' }),
      ),
      'role-forbids',
    ))
  it('a text taken out of an entry', () =>
    refuses(
      edit(doc => entry(doc, 'cement', 'cement-bram').delete('text')),
      'fixed-field',
    ))
})

describe('[G13] presence of a client written by hand', () => {
  const marked = (client: RawClient, mark: string) =>
    client.presence.some(frame => Buffer.from(frame).includes(mark))

  it('is shown under its own name, whatever it says', async () => {
    attacker.aware(4242, 1, { user: { id: 'person-bram', name: 'Bram' }, at: 'MARK' })
    await until(() => bram.provider.awareness.getStates().get(4242)?.at === 'MARK')
    expect(bram.provider.awareness.getStates().get(4242)?.user).toMatchObject({ id: 'person-anna' })
  })

  it('does not speak for another one, nor makes them leave', async () => {
    bram.provider.awareness.setLocalState({ at: 'BRAM' })
    const watcher = await RawClient.connect(`${server.base}/board?who=person-obse`)
    await until(() => marked(watcher, 'BRAM'))
    attacker.aware(bram.doc.clientID, 99, { at: 'FORGED' })
    attacker.aware(bram.doc.clientID, 100, null)
    attacker.aware(4242, 1, { at: 'ANNA' })
    await until(() => marked(watcher, 'ANNA'))
    expect(marked(watcher, 'FORGED')).toBe(false)
    const late = await server.join('person-anna')
    await until(() => late.provider.awareness.getStates().get(bram.doc.clientID)?.at === 'BRAM')
  })

  it('is bounded, and speaks for one client id', async () => {
    attacker.aware(4242, 1, { at: 'SMALL' })
    attacker.aware(4242, 2, { at: 'LARGE', more: 'x'.repeat(9000) })
    attacker.aware(4243, 1, { at: 'SECOND' })
    attacker.aware(4242, 3, { at: 'LAST' })
    const states = bram.provider.awareness.getStates()
    await until(() => states.get(4242)?.at === 'LAST')
    expect(states.has(4243)).toBe(false)
  })

  it('is gone at once when it leaves', async () => {
    attacker.aware(4242, 1, { at: 'HERE' })
    const states = bram.provider.awareness.getStates()
    await until(() => states.has(4242))
    attacker.close()
    await until(() => !states.has(4242))
  })

  it('of many who move is held back, and each one’s last word comes through', async () => {
    const who = ['person-anna', 'person-bram', 'person-obse']
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        RawClient.connect(`${server.base}/board?who=${who[index % 3]}`),
      ),
    )
    for (let move = 1; move <= 20; move++)
      for (const [index, client] of people.entries()) client.aware(5000 + index, move, { at: move })
    const states = bram.provider.awareness.getStates()
    await until(() => people.every((_, index) => states.get(5000 + index)?.at === 20))
  })
})

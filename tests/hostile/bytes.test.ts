/** Updates put together byte by byte: what they say to the gate and what Yjs makes of them is the same, and bounded. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { RawClient } from './raw-client.ts'
import { type Id, type RawStruct, rawUpdate } from './raw-update.ts'
import { session, startRooms, until } from './socket-room.ts'

const board = { session, document: 'board' } as const
/** Yjs client ids of the attacker's own. */
const own = 100
const also = 101
let server: Awaited<ReturnType<typeof startRooms>>
let bram: Awaited<ReturnType<typeof server.join>>
let attacker: RawClient

/** Bram has a note on the board and watches; Anna writes bytes. */
beforeEach(async () => {
  server = await startRooms()
  bram = await server.join('person-bram')
  const by = { author: 'person-bram', partner: null, at: 1000 }
  addNote(bram.doc, { id: 'note-bram', ...by }, { bouwsteen: 'opgave', order: 1, text: 'van Bram' })
  const witness = await server.join('person-obse')
  await until(() => readBoard(witness.doc).notes.length === 1)
  witness.provider.destroy()
  attacker = await RawClient.connect(`${server.base}/board?who=person-anna`)
  attacker.answer(new Uint8Array([0, 0]))
})
afterEach(() => server.stop())

const idOf = (item: Y.Item | null | undefined): Id => [item?.id.client ?? -1, item?.id.clock ?? -1]
const entry = () => bram.doc.getMap<Y.Map<unknown>>('notes').get('note-bram') as Y.Map<unknown>
const field = (key: string): Id => idOf(entry()._map.get(key))
const text = () => entry().get('text') as Y.Text
const note = (): Id => idOf(entry()._item)
/** The first letter of Bram's text. */
const letter = (at = 0): Id => [field('text')[0], idOf(text()._start)[1] + at]

async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
  return doc
}
/** Everything that was sent so far is judged once its own question is answered. */
async function judged(): Promise<void> {
  attacker.answered = false
  attacker.ask()
  await until(() => attacker.answered)
}
async function refuses(update: Uint8Array, code: RefusalCode): Promise<void> {
  const before = Y.encodeStateAsUpdate(await stored())
  attacker.update(update)
  await judged()
  expect(attacker.refusals).toEqual([code])
  expect(Y.encodeStateAsUpdate(await stored())).toEqual(before)
  expect(Y.encodeStateAsUpdate(bram.doc)).toEqual(before)
}
const bytes = (structs: readonly RawStruct[], client = own, clock = 0) => ({ client, clock, structs })

describe('[G15] an update says to the gate what it says to Yjs', () => {
  const letterOfOnesOwn = (): RawStruct => ({ is: 'text', text: 'x', origin: letter() })
  it.each(['author', 'createdAt', 'deletedAt'])('nothing of no length in the place of a note’s %s', key =>
    refuses(
      rawUpdate([
        bytes([
          {
            is: 'values',
            values: [],
            ...(key === 'deletedAt' ? { parent: note(), key } : { origin: field(key) }),
          },
          letterOfOnesOwn(),
        ]),
      ]),
      'malformed-update',
    ),
  )
  it('text and garbage of no length', async () => {
    for (const empty of [
      { is: 'text', text: '', origin: note() },
      { is: 'deleted', length: 0, origin: note() },
      { is: 'gc', length: 0 },
    ] satisfies RawStruct[])
      attacker.update(rawUpdate([bytes([empty, letterOfOnesOwn()])]))
    await judged()
    expect(attacker.refusals).toEqual(['malformed-update', 'malformed-update', 'malformed-update'])
  })
  it('two groups of one client, of which Yjs reads the last', () =>
    refuses(rawUpdate([bytes([letterOfOnesOwn()]), bytes([letterOfOnesOwn()], own, 1)]), 'malformed-update'))
  it('a neighbour on the right that is nowhere', () =>
    refuses(
      rawUpdate([bytes([{ is: 'text', text: 'x', origin: letter(), right: [4242, 7] }])]),
      'missing-dependency',
    ))
  it('two that wait for each other', () =>
    refuses(
      rawUpdate([
        bytes([{ is: 'text', text: 'x', origin: letter(), right: [also, 0] }]),
        bytes([{ is: 'text', text: 'y', origin: letter(), right: [own, 0] }], also),
      ]),
      'missing-dependency',
    ))
  it.each(['text', 'createdAt', 'author'])('a note whose %s was deleted before it was sent', gone => {
    const within = (key: string) => ({ parent: [own, 0] as Id, key })
    const value = (key: string, given: string | number | null): RawStruct =>
      key === gone
        ? { is: 'deleted', length: 1, ...within(key) }
        : { is: 'values', values: [given], ...within(key) }
    return refuses(
      rawUpdate([
        bytes([
          { is: 'type', ref: 1, parent: 'notes', key: 'note-anna' },
          gone === 'text' ? value('text', null) : { is: 'type', ref: 2, ...within('text') },
          value('author', 'person-anna'),
          value('partner', null),
          value('createdAt', 1000),
        ]),
      ]),
      'incomplete-entry',
    )
  })
  it('a clock that no number holds', () =>
    refuses(
      rawUpdate([
        bytes([
          { is: 'gc', length: 2 ** 53 - 1 },
          { is: 'gc', length: 2 ** 53 - 1 },
        ]),
      ]),
      'malformed-update',
    ))
})

describe('[G16] a text stays within its limit', () => {
  it('when one letter of many is deleted along', () =>
    refuses(
      rawUpdate([bytes([{ is: 'text', text: 'x'.repeat(50_000), origin: letter() }])], [[own, [[0, 1]]]]),
      'text-too-long',
    ))
  it('when one letter is deleted many times', () =>
    refuses(
      rawUpdate(
        [bytes([{ is: 'text', text: 'x'.repeat(3000), origin: letter() }])],
        [[letter()[0], Array.from({ length: 3000 }, () => [letter()[1], 1] as const)]],
      ),
      'text-too-long',
    ))
  it('and takes what was typed and erased again before it was sent', async () => {
    attacker.update(
      rawUpdate(
        [bytes([{ is: 'text', text: 'x'.repeat(3000), origin: letter() }])],
        [
          [
            own,
            [
              [0, 1500],
              [1500, 1490],
            ],
          ],
        ],
      ),
    )
    await judged()
    expect(attacker.refusals).toEqual([])
    await until(() => text().length === 18)
  })
})

describe('[G17] what an update costs is bounded', () => {
  it('deletions that lie over each other, of everything', () =>
    refuses(
      rawUpdate([], [[note()[0], Array.from({ length: 60_000 }, () => [0, letter()[1]] as const)]]),
      'entry-deleted',
    ))
  it('types in types in types', () =>
    refuses(
      rawUpdate([
        bytes([
          { is: 'type', ref: 1, parent: 'notes', key: 'note-anna' },
          ...Array.from(
            { length: 20_000 },
            (_, depth): RawStruct => ({ is: 'type', ref: 1, parent: [own, depth], key: '' }),
          ),
        ]),
      ]),
      'malformed-update',
    ))
  it('thousands of clients in one place', () => {
    const clients = Array.from({ length: 6000 }, (_, index) => 1000 + index)
    const gone: RawStruct = { is: 'deleted', length: 1, parent: field('text') }
    return refuses(
      rawUpdate(
        clients.map(client => bytes([gone], client)),
        clients.map(client => [client, [[0, 1]]] as const),
      ),
      'too-large',
    )
  })
  it('thousands of structs that claim to know nothing of thousands that are there', async () => {
    const right = letter()
    // As somebody makes who types before all else; nothing of it is in anybody's way.
    const typed = Array.from(
      { length: 8000 },
      (_, index): RawStruct =>
        index === 0
          ? { is: 'deleted', length: 1, right }
          : { is: 'deleted', length: 1, right: [own, index - 1] },
    )
    attacker.update(rawUpdate([bytes(typed)], [[own, [[0, 8000]]]]))
    await judged()
    expect(attacker.refusals).toEqual([])
    const beside = typed.map((): RawStruct => ({ is: 'deleted', length: 1, right }))
    await refuses(rawUpdate([bytes(beside, also)], [[also, [[0, 8000]]]]), 'too-large')
  })
})

describe('[G18] what is sent again stays what the server has', () => {
  const lawful = (): Uint8Array => rawUpdate([bytes([{ is: 'text', text: 'x', origin: letter() }])])
  /** Everybody has what is stored: who was there, and who comes while answers are still kept. */
  async function allHave(expected: string): Promise<void> {
    await until(() => text().toString() === expected)
    const late = await server.join('person-bram')
    const kept = Y.encodeStateAsUpdate(await stored())
    expect(Y.encodeStateAsUpdate(late.doc)).toEqual(kept)
    expect(Y.encodeStateAsUpdate(bram.doc)).toEqual(kept)
    expect(readBoard(late.doc).notes).toMatchObject([{ text: expected, author: 'person-bram' }])
  }

  it('when somebody else’s note is sent again with other words and another name', async () => {
    const forged = new Y.Doc()
    forged.clientID = bram.doc.clientID
    const by = { author: 'person-anna', partner: null, at: 1000 }
    addNote(forged, { id: 'note-bram', ...by }, { bouwsteen: 'opgave', order: 1, text: 'van Anna' })
    attacker.update(Y.mergeUpdates([Y.encodeStateAsUpdate(forged), lawful()]))
    await judged()
    expect(attacker.refusals).toEqual([])
    await allHave('vxan Bram')
  })
  it('when a piece of text that grew is said to lie elsewhere', async () => {
    attacker.update(lawful())
    await judged()
    attacker.update(rawUpdate([bytes([{ is: 'text', text: 'xy', parent: 'lines', key: 'line-0001' }])]))
    await judged()
    expect(attacker.refusals).toEqual([])
    await allHave('vxyan Bram')
  })
  it('when it is said to have neighbours that are nowhere: the log is not read again for it', async () => {
    attacker.update(lawful())
    await judged()
    const before = server.read.times
    for (let clock = 1; clock < 30; clock++)
      attacker.update(
        rawUpdate([
          bytes([
            { is: 'text', text: 'x'.repeat(clock), origin: [4242, 7], right: [4242, 8] },
            { is: 'text', text: 'x', origin: [own, clock - 1] },
          ]),
        ]),
      )
    await judged()
    expect(attacker.refusals).toEqual([])
    expect(server.read.times).toBe(before)
    await allHave(`v${'x'.repeat(30)}an Bram`)
  })
})

describe('[G19] what holds nothing is judged as well', () => {
  const gone = (client = own) => bytes([{ is: 'gc', length: 1 }], client)
  const many = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => gone(from + index))

  it('on a board nothing is ever taken away for good, so nothing comes that was', async () => {
    await refuses(rawUpdate([gone()]), 'wrong-value')
    attacker.refusals.length = 0
    await refuses(rawUpdate(many(30_000, 1000)), 'wrong-value')
  })
  it('nor from who may only look on, or after the phase', async () => {
    server.state.phase = 'closed'
    await server.rooms.announce(session)
    await refuses(rawUpdate([gone()]), 'wrong-value')
    attacker = await RawClient.connect(`${server.base}/board?who=person-obse`)
    attacker.answer(new Uint8Array([0, 0]))
    await refuses(rawUpdate([gone()]), 'wrong-value')
  })
  it('one person writes under a thousand client ids in a document, and no more', async () => {
    server.state.phase = 'statement'
    await server.rooms.announce(session)
    attacker = await RawClient.connect(`${server.base}/statement?who=person-anna`)
    attacker.answer(new Uint8Array([0, 0]))
    for (const update of [many(1000, 1000), many(1, 3000), many(1000, 1000)])
      attacker.update(rawUpdate(update))
    await judged()
    expect(attacker.refusals).toEqual(['too-many-clients'])
    const { owners } = await server.store.loadDocument({ session, document: 'statement' })
    expect(owners.size).toBe(1000)
  })
})

it('[G11] whatever byte of an update is changed, of what is new or sent again: all see what is stored, and who wrote it', async () => {
  const damage = fc.record({
    part: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    flip: fc.integer({ min: 1, max: 255 }),
  })
  let made = 0
  const damaged = ({ part, flip }: { part: number; flip: number }): Uint8Array => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bram.doc))
    const by = { author: 'person-anna', partner: null, at: 1000 }
    addNote(doc, { id: `note-${1000 + made++}`, ...by }, { bouwsteen: 'waarde', order: 1, text: 'van Anna' })
    const update = Y.encodeStateAsUpdate(doc)
    const at = Math.floor(part * update.length)
    update[at] = (update[at] as number) ^ flip
    return update
  }
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 25 }), async damages => {
      for (const each of damages) attacker.update(damaged(each))
      await judged()
      const kept = await stored()
      expect(kept.store.pendingStructs).toBeNull()
      const state = Y.encodeStateAsUpdate(kept)
      await until(() => Buffer.compare(Y.encodeStateAsUpdate(bram.doc), state) === 0)
      const late = await server.join('person-obse')
      expect(Y.encodeStateAsUpdate(late.doc)).toEqual(state)
      late.provider.destroy()
      for (const { id, author } of readBoard(kept).notes)
        expect(author).toBe(id === 'note-bram' ? 'person-bram' : 'person-anna')
    }),
    { numRuns: 20 },
  )
}, 120_000)

/** Rooms whose store, gate or views take their time or fail: nobody is left behind, nothing is shown that isn't stored. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, addProposal, readBoard, textOf } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import { gate } from '#server/sync/gate.ts'
import { RawClient } from './raw-client.ts'
import { latch, session, startRooms, until } from './socket-room.ts'

const board = { session, document: 'board' } as const
let server: Awaited<ReturnType<typeof startRooms>>
/** How many of the next judgements throw. */
let stumbles = 0
beforeEach(async () => {
  stumbles = 0
  server = await startRooms({
    gate(update, passage) {
      if (stumbles-- > 0) throw new Error('a fault of our own')
      return gate(update, passage)
    },
  })
})
afterEach(() => server.stop())

const by = (author: string) => ({ author, partner: null, at: 1000 })
const note = (doc: Y.Doc, id: string, author: string, text = 'hallo') =>
  addNote(doc, { id, ...by(author) }, { bouwsteen: 'opgave', order: 1, text })
const texts = (doc: Y.Doc) => readBoard(doc).notes.map(each => each.text)
async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
  return doc
}
/** A client written by hand that has said what it has. */
async function raw(who: string): Promise<RawClient> {
  const client = await RawClient.connect(`${server.base}/board?who=${who}`)
  client.answer(new Uint8Array([0, 0]))
  return client
}
/** An update of what `act` does to a document that is nobody else's. */
function change(doc: Y.Doc, act: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  act()
  return Y.encodeStateAsUpdate(doc, before)
}

it('[R21] what is written while it can’t be read who may do what is not held against its writer, and comes in once it can', async () => {
  const [anna, bram] = [await server.join('person-anna'), await server.join('person-bram')]
  server.unread.times = 1
  await server.rooms.announce(session)
  note(anna.doc, 'note-anna', 'person-anna')
  await until(() => readBoard(bram.doc).notes.length > 0)
  const refusals = anna.said.filter(frame => frame?.type === 'refusal')
  expect(refusals.length).toBeGreaterThan(0)
  expect(new Set(refusals.map(frame => frame?.type === 'refusal' && frame.code))).toEqual(
    new Set(['store-failed']),
  )
})

describe('[R12] a change of who may do what', () => {
  let own: Y.Doc
  beforeEach(() => {
    own = new Y.Doc()
  })
  const proposal = () => textOf(own, 'proposals', 'proposal-1') as Y.Text
  async function withProposal(): Promise<RawClient> {
    server.state.phase = 'decide'
    await server.rooms.announce(session)
    const anna = await raw('person-anna')
    anna.update(
      change(own, () =>
        addProposal(own, { id: 'proposal-1', ...by('person-anna') }, { text: 'De opgave', order: 1 }),
      ),
    )
    await until(() => anna.shown.length > 0)
    return anna
  }

  it('holds for what is written while views of before still go round', async () => {
    const anna = await withProposal()
    const slow = latch()
    server.hold.views = slow.closed
    const before = server.viewed.times
    const former = server.rooms.announce(session)
    await until(() => server.viewed.times > before)
    server.state.voting = true
    const next = server.rooms.announce(session)
    anna.ask()
    await until(() => anna.answered)
    anna.update(change(own, () => proposal().insert(0, 'Toch iets anders: ')))
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals).toEqual(['vote-under-way'])
    slow.open()
    await Promise.all([former, next])
    expect(readBoard(await stored()).proposals[0]?.text).toBe('De opgave')
  })

  it('that the server makes while it writes holds for all that comes after', async () => {
    const anna = await withProposal()
    await server.rooms.write([board], async () => {
      anna.update(change(own, () => proposal().insert(0, 'Toch iets anders: ')))
      server.state.voting = true
      return { written: [] }
    })
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals).toEqual(['vote-under-way'])
  })
})

describe('[R14] whoever comes while a room is let go of or stumbles', () => {
  it('is not left behind in a room that is read anew', async () => {
    const anna = await server.join('person-anna')
    const slow = latch()
    server.hold.append = slow.closed
    note(anna.doc, 'note-0001', 'person-anna')
    const bram = await raw('person-bram')
    bram.aware(1, 1, {})
    anna.provider.awareness.setLocalState({})
    await until(() => anna.provider.awareness.getStates().has(1))
    const unloading = server.rooms.unload(board)
    await until(() => bram.closed === 1013)
    const meanwhile = await raw('person-bram')
    await until(() => meanwhile.views.length > 0)
    slow.open()
    await unloading
    await until(() => meanwhile.closed === 1013)
    const late = await server.join('person-bram')
    textOf(late.doc, 'notes', 'note-0001')?.insert(5, '!')
    await until(() => texts(anna.doc)[0] === 'hallo!')
  })

  it('sees what others had accepted before an update made the gate throw, and its writer alone is refused', async () => {
    const anna = await raw('person-anna')
    const bram = await server.join('person-bram')
    anna.ask()
    await until(() => anna.answered)
    const own = new Y.Doc()
    stumbles = 1
    anna.update(change(own, () => note(own, 'note-0001', 'person-anna')))
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals).toEqual(['malformed-update'])
    note(bram.doc, 'note-0002', 'person-bram')
    const late = await server.join('person-bram')
    await until(() => texts(late.doc).length === 1)
    expect(readBoard(await stored()).notes).toMatchObject([{ id: 'note-0002' }])
  })

  it('finds no hole in the log when neither the append nor the reading after it succeeded', async () => {
    const anna = await raw('person-anna')
    const bram = await server.join('person-bram')
    await server.join('person-obse', 'statement')
    const own = new Y.Doc()
    const first = change(own, () => note(own, 'note-0001', 'person-anna'))
    const second = change(own, () => textOf(own, 'notes', 'note-0001')?.insert(5, '!'))
    const slow = latch()
    server.hold.append = slow.closed
    server.fail.times = 1
    server.read.failures = 1
    anna.update(first)
    anna.aware(1, 1, { at: 1 })
    await until(() => bram.provider.awareness.getStates().has(1))
    anna.update(second)
    anna.aware(1, 2, { at: 2 })
    await until(() => bram.provider.awareness.getStates().get(1)?.at === 2)
    slow.open()
    await until(() => anna.closed === 1013)
    expect((await server.store.loadDocument(board)).updates).toEqual([])
    const back = await server.join('person-anna', 'board', own)
    await until(() => texts(bram.doc)[0] === 'hallo!')
    expect(back.said.filter(frame => frame.type === 'refusal')).toEqual([])
  })
})

it('[R20] a desk that is opened while everything is wiped holds nothing of before', async () => {
  const desks = { round: 1, promise: 'named', layOut: false } as const
  server.state.desks = desks
  await server.store.transaction(session, tx => tx.updateSession({ desks, deskRounds: 1 }))
  const written = await server.join('person-anna', 'desk/1')
  addDeskNote(
    written.doc,
    { id: 'note-0001', author: 'person-anna', at: 1 },
    {
      ...{ bouwsteen: 'opgave', order: 1, text: 'van voor het wissen' },
    },
  )
  const name = { session, document: 'desk/1/person-anna' } as const
  const kept = async () => (await server.store.loadDocument(name)).updates.length
  await expect.poll(kept).toBe(1)
  written.provider.destroy()
  await server.rooms.unload(name)
  let coming: ReturnType<typeof raw> | null = null
  await server.rooms.wipe(session, async () => {
    const reads = server.read.times
    coming = RawClient.connect(`${server.base}/desk/1?who=person-anna`)
    const client = await coming
    client.ask()
    // Long enough to be answered, were it read now.
    for (let turn = 0; turn < 50 && server.read.times === reads; turn++)
      await new Promise(resolve => setImmediate(resolve))
    await server.store.transaction(session, tx => tx.wipeContent())
  })
  const client = (await coming) as unknown as RawClient
  await until(() => client.answered || client.closed !== null)
  const back = await server.join('person-anna', 'desk/1')
  expect(readDesk(back.doc)).toEqual([])
  const seen = new Y.Doc()
  for (const update of client.shown) Y.applyUpdate(seen, update)
  expect(readDesk(seen)).toEqual([])
})

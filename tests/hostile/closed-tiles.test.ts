/** In a step that asks notes for some bouwstenen, a client written by hand adds elsewhere. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveNote, readBoard, textOf } from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { documentKey } from '#lib/documents/names.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { gate } from '#server/sync/gate.ts'
import { person } from '#tests/contract/store-samples.ts'
import { anna } from '#tests/harness/gate-room.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

const board = { session, document: 'board' } as const
let server: Awaited<ReturnType<typeof startRooms>>
let bram: Awaited<ReturnType<typeof server.join>>

const lay = (doc: Y.Doc, id: string, author: string, bouwsteen: Bouwsteen) =>
  addNote(doc, { id, author, partner: null, at: 1000 }, { bouwsteen, order: 1, text: id })
async function stored() {
  const doc = new Y.Doc()
  for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
  return readBoard(doc).notes.map(({ id }) => id)
}
/** What `act` sends, on top of what everybody has. */
function edit(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bram.doc))
  const before = Y.encodeStateVector(doc)
  act(doc)
  return Y.encodeStateAsUpdate(doc, before)
}
async function client(who: string, document = 'board'): Promise<RawClient> {
  const raw = await RawClient.connect(`${server.base}/${document}?who=${who}`)
  raw.answer(new Uint8Array([0, 0]))
  return raw
}

beforeEach(async () => {
  server = await startRooms()
  server.roster.set('person-lead', person('person-lead', { role: 'facilitator' }))
  bram = await server.join('person-bram')
  lay(bram.doc, 'note-bram', 'person-bram', 'opgave')
  const witness = await server.join('person-obse')
  await until(() => readBoard(witness.doc).notes.length === 1)
  server.state.open = ['waarde', 'deelname']
  await server.rooms.announce(session)
})
afterEach(() => server.stop())

it('[U57] a new note where the step asks none is refused, stored nowhere and shown to nobody', async () => {
  const attacker = await client('person-anna')
  attacker.update(edit(doc => lay(doc, 'note-anna', 'person-anna', 'opgave')))
  await until(() => attacker.refusals.length > 0)
  // The default of a note that names no bouwsteen is one as well.
  attacker.update(
    edit(doc => {
      lay(doc, 'note-bare', 'person-anna', 'waarde')
      doc.getMap<Y.Map<unknown>>('notes').get('note-bare')?.delete('bouwsteen')
    }),
  )
  attacker.update(
    edit(doc => {
      const fields = { order: 1, line: null, author: 'person-anna', partner: null, createdAt: 1 }
      const entry = new Y.Map<unknown>(Object.entries(fields))
      entry.set('text', new Y.Text('zonder'))
      doc.getMap('notes').set('note-none', entry)
    }),
  )
  await until(() => attacker.refusals.length > 1)
  expect(attacker.refusals).toContain('tile-closed')
  expect(await stored()).not.toContain('note-anna')
  expect(await stored()).not.toContain('note-none')
  expect(readBoard(bram.doc).notes.map(({ id }) => id)).not.toContain('note-anna')
})

it('[U57] notes are added where the step asks them, and moved and written in everywhere', async () => {
  const writer = await client('person-anna')
  writer.update(edit(doc => lay(doc, 'note-anna', 'person-anna', 'waarde')))
  await until(() => readBoard(bram.doc).notes.length === 2)
  writer.update(
    edit(doc => {
      moveNote(doc, 'note-anna', { bouwsteen: 'opgave', order: 2 })
      textOf(doc, 'notes', 'note-bram')?.insert(0, 'ook ')
    }),
  )
  await until(() => readBoard(bram.doc).notes.every(({ bouwsteen }) => bouwsteen === 'opgave'))
  // Laid down where it may and moved on without a line: it all comes in one update.
  writer.update(
    edit(doc => {
      lay(doc, 'note-away', 'person-anna', 'deelname')
      moveNote(doc, 'note-away', { bouwsteen: 'binding', order: 1 })
    }),
  )
  await until(() => readBoard(bram.doc).notes.length === 3)
  expect(writer.refusals).toEqual([])
})

it('[U57] who leads adds anywhere, and everybody does once the step is over', async () => {
  const lead = await client('person-lead')
  lead.update(edit(doc => lay(doc, 'note-lead', 'person-lead', 'opgave')))
  await until(() => readBoard(bram.doc).notes.length === 2)
  server.state.open = null
  await server.rooms.announce(session)
  const writer = await client('person-anna')
  writer.update(edit(doc => lay(doc, 'note-anna', 'person-anna', 'opgave')))
  await until(() => readBoard(bram.doc).notes.length === 3)
  expect([...lead.refusals, ...writer.refusals]).toEqual([])
})

it('[U57] the same holds on a desk of one’s own', () => {
  const actor = { ...anna, addsTo: ['waarde'] as const }
  const write = (bouwsteen: Bouwsteen) => {
    const doc = new Y.Doc()
    addDeskNote(doc, { id: 'note-0001', author: anna.id, at: 1 }, { bouwsteen, order: 1, text: 'hallo' })
    const document = documentKey('desk/1', anna.id)
    const passage = { document, doc: new Y.Doc(), owners: new Map<number, string>(), actor }
    return gate(Y.encodeStateAsUpdate(doc), { ...passage, stage: 'desks', frozen: false })
  }
  expect(write('waarde').ok).toBe(true)
  expect(write('opgave')).toEqual({ ok: false, refusal: 'tile-closed' })
})

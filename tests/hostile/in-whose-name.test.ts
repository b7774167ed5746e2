/** A client written by hand lays notes in names that are not its own. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addLine, addNote, addReply, readBoard, setDeleted } from '#lib/documents/board.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { person } from '#tests/contract/store-samples.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

/** Dirk is ticked on Anna's device, Els on Bram's, Fien on none. */
const [anna, bram, dirk, els, fien, lead] = [
  ...['person-anna', 'person-bram', 'person-dirk'],
  ...['person-elsa', 'person-fien', 'person-lead'],
] as [string, string, string, string, string, string]
let server: Awaited<ReturnType<typeof startRooms>>
let watcher: Awaited<ReturnType<typeof server.join>>
let writer: RawClient

beforeEach(async () => {
  server = await startRooms()
  server.roster.set(dirk, person(dirk, { partner: 'partner-one' }))
  server.roster.set(els, person(els, { partner: 'partner-two' }))
  server.roster.set(fien, person(fien, { partner: 'partner-two' }))
  server.roster.set(lead, person(lead, { role: 'facilitator' }))
  server.state.hosted = { [dirk]: anna, [els]: bram, [fien]: null }
  server.state.partners = [{ id: 'partner-one' }, { id: 'partner-two' }]
  watcher = await server.join(bram)
  writer = await client(anna)
})
afterEach(() => server.stop())

async function client(who: string): Promise<RawClient> {
  const raw = await RawClient.connect(`${server.base}/board?who=${who}`)
  raw.answer(new Uint8Array([0, 0]))
  return raw
}
function edit(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(watcher.doc))
  const before = Y.encodeStateVector(doc)
  act(doc)
  return Y.encodeStateAsUpdate(doc, before)
}
const lay = (id: string, author: string, partner: string | null) => (doc: Y.Doc) =>
  addNote(doc, { id, author, partner, at: 1 }, { bouwsteen: 'opgave', order: 1, text: id })
const notes = () => readBoard(watcher.doc).notes

it('[U56] a note may be of who is ticked on the sender’s device, with their own partner, and is theirs to throw away', async () => {
  writer.update(edit(lay('note-dirk', dirk, 'partner-one')))
  await until(() => notes().length === 1)
  expect(notes()[0]).toMatchObject({ author: dirk, partner: 'partner-one' })
  writer.update(edit(doc => setDeleted(doc, 'notes', 'note-dirk', 5)))
  await until(() => notes()[0]?.deletedAt === 5)
  expect(writer.refusals).toEqual([])
})

it.each([
  ['of who is ticked on another device', lay('note-els0', els, 'partner-two')],
  ['of who is ticked on none', lay('note-fien', fien, 'partner-two')],
  ['of who has a device of their own', lay('note-bram', bram, null)],
  [
    'of nobody',
    (doc: Y.Doc) =>
      addNote(
        doc,
        { id: 'note-none', author: null, partner: null, at: 1 },
        { bouwsteen: 'opgave', order: 1, text: 'x' },
      ),
  ],
  ['for the partner of another', lay('note-dirk', dirk, 'partner-two')],
  ['for no partner', lay('note-dirk', dirk, null)],
  ['one’s own, for the partner of who is ticked', lay('note-anna', anna, 'partner-one')],
] as [string, (doc: Y.Doc) => void][])('[U56] a note is refused %s', async (_, act) => {
  writer.update(edit(act))
  await until(() => writer.refusals.length > 0)
  expect(writer.refusals).toEqual(['not-the-sender'])
  expect(notes()).toEqual([])
})

it('[U56] nothing but notes is made for others', async () => {
  writer.update(edit(lay('note-anna', anna, null)))
  await until(() => notes().length === 1)
  writer.update(
    edit(doc =>
      addReply(
        doc,
        { id: 'reply-dirk', author: dirk, partner: 'partner-one', at: 1 },
        { note: 'note-anna', text: 'nep' },
      ),
    ),
  )
  await until(() => writer.refusals.length > 0)
  const leads = await client(lead)
  leads.update(
    edit(doc =>
      addLine(doc, { id: 'line-0001', author: lead, partner: null, at: 1 }, { title: 'Wonen', order: 1 }),
    ),
  )
  await until(() => readBoard(watcher.doc).lines.length === 1)
  expect([writer.refusals, leads.refusals]).toEqual([['not-the-sender'], []])
})

it('[U56] as soon as somebody is unticked nothing more is written in their name', async () => {
  server.state.hosted = { [dirk]: null }
  await server.rooms.announce(session)
  writer.update(edit(lay('note-dirk', dirk, 'partner-one')))
  await until(() => writer.refusals.length > 0)
  expect(writer.refusals).toEqual(['not-the-sender'])
})

it('[U56] who leads lays what came on paper in their own name with the partner that wrote it, and with no other', async () => {
  const leads = await client(lead)
  leads.update(edit(lay('note-zorg', lead, 'partner-two')))
  await until(() => notes().length === 1)
  leads.update(edit(lay('note-none', lead, 'p-of-nobody')))
  await until(() => leads.refusals.length > 0)
  leads.update(edit(lay('note-bram', bram, null)))
  await until(() => leads.refusals.length > 1)
  expect(leads.refusals).toEqual(['not-the-sender', 'not-the-sender'])
})

it('[U56] a person brings no more notes by two hands than by one', async () => {
  writer.update(
    edit(doc => {
      for (let n = 0; n < NOTES_PER_PERSON_MAX; n++) lay(`note-${10_000 + n}`, dirk, 'partner-one')(doc)
    }),
  )
  await until(() => notes().length === NOTES_PER_PERSON_MAX)
  writer.update(edit(lay('note-more', dirk, 'partner-one')))
  await until(() => writer.refusals.length > 0)
  expect(writer.refusals).toEqual(['too-many-notes'])
})

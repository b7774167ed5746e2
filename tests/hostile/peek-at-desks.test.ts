import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNote, readBoard, setDeleted, textOf } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import { frameType } from '#lib/protocol/frames.ts'
import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'
import { inDatabase } from '#tests/harness/installation.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from './raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const SECRET = 'de-wethouder-luistert-niet'
type Member = { identity: JoinAnswer; person: Person }
let lead: Member
let people: Member[]
let observer: Member
let session: string

beforeEach(async () => {
  const place = { url: server.url, origin: server.url }
  const partners = [{ name: 'Gemeente', kind: '' }]
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  session = created.session
  lead = { identity: created, person: new Person(place, created, null) }
  const partner = (await lead.person.view()).partners[0]?.id ?? null
  people = []
  const joins = async (name: string) => {
    const body = { code: created.code, name, partner }
    const identity = await ask<JoinAnswer>(place, '/api/join', { body })
    return { identity, person: new Person(place, identity, partner) }
  }
  for (const name of ['Anna', 'Bram', 'Cees']) people.push(await joins(name))
  // Nobody becomes an observer by the API yet; the rules know them all the same.
  observer = await joins('Oda')
  const change = "UPDATE participants SET role = 'observer' WHERE id = ?"
  await inDatabase(server, sql => sql(change, observer.person.id))
})

const address = (path: string, { identity }: Member) =>
  `${server.url.replace('http', 'ws')}/sync/${session}/${path}?token=${identity.token}`

/** Every frame that somebody is sent over all sockets that they can open, and every answer that they can ask for. */
async function eavesdrop(member: Member) {
  const frames: Buffer[] = []
  const documents = ['board', 'statement', 'desk/1', 'desk/2']
  const sockets = documents.map(path => new WebSocket(address(path, member), { origin: server.url }))
  for (const socket of sockets) socket.on('message', data => frames.push(Buffer.from(data as Buffer)))
  // y-websocket asks for all that there is as soon as it is connected; so does this one.
  for (const socket of sockets) socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
  await expect.poll(() => frames.filter(each => each[0] === frameType.view).length).toBe(documents.length)
  const answers = async () => {
    const headers = { authorization: `Bearer ${member.identity.token}` }
    const paths = ['view', 'export.json', 'export.pdf', 'digest.txt', 'commands', 'desk', 'desks', 'desk/1']
    const given = paths.map(path => fetch(`${server.url}/api/sessions/${session}/${path}`, { headers }))
    // The server's clock goes on, and tells nothing of desks.
    const clock = /"now":\d+| om \d\d\.\d\d uur/
    return Promise.all(given.map(async each => (await (await each).text()).replace(clock, '')))
  }
  return {
    /** What came since, but for the sign of life that names nobody. */
    since: (from: number) => frames.slice(from).filter(each => !each.equals(Buffer.from([1, 1, 0]))),
    count: () => frames.length,
    /** How many the last view says to be here. */
    here: () => {
      const view = frames.findLast(each => each[0] === frameType.view)?.toString() ?? ''
      return /"here":\[([^\]]*)\]/.exec(view)?.[1]?.split(',').length
    },
    answers,
    close: () => sockets.map(socket => socket.terminate()),
  }
}

const told = (frames: Buffer[], text: string) => frames.some(each => each.includes(text))

/** Writes on one's desk, and waits until it is stored: until another of one's own sockets is shown it. */
async function writeOnDesk({ person, identity }: Member, act: (doc: Y.Doc) => void, round = 1) {
  const path = `desk/${round}` as const
  const doc = await person.look(path)
  const other = new Person({ url: server.url, origin: server.url }, identity, null)
  await other.look(path)
  act(doc)
  const all = JSON.stringify(readDesk(doc))
  await other.sees(path, 'one’s own desk', copy => JSON.stringify(readDesk(copy)) === all)
  other.leave()
  return doc
}

const note = (person: Person, id: string) => ({ id, author: person.id, at: Date.now() })
const onWaarde = (text: string) => ({ bouwsteen: 'waarde' as const, order: 1, text })

describe('desks', () => {
  test('[Q1] nobody else is sent a frame, an answer or a count of what lies on a desk, before the reveal', async () => {
    const [anna, bram, cees] = people as [Member, Member, Member]
    await lead.person.command({ type: 'openDesks', promise: 'anonymous' })
    expect((await observer.person.view()).me.role).toBe('observer')
    const others = await Promise.all([lead, bram, cees, observer].map(eavesdrop))
    // Who leads is told a moment later who is here.
    await expect.poll(() => others[0]?.here()).toBe(others.length)
    const before = await Promise.all(others.map(each => each.answers()))
    const from = others.map(each => each.count())

    const desk = await writeOnDesk(anna, doc => {
      for (let index = 0; index < 30; index++) {
        const id = `note-anna-${index}`
        addDeskNote(doc, note(anna.person, id), onWaarde(`${SECRET} ${index}`))
        textOf(doc, 'notes', id)?.insert(0, 'echt waar: ')
      }
      setDeleted(doc, 'notes', 'note-anna-29', Date.now())
    })
    // Also when she has told where she is, as on a board.
    const typing = await RawClient.connect(address('desk/1', anna))
    typing.aware(desk.clientID, 1, { at: 'note-anna-0', text: SECRET })

    // Not one byte, so no size or number either; and each answer is what it was.
    for (const [index, other] of others.entries()) {
      expect(await other.answers()).toEqual(before[index])
      expect(other.since(from[index] ?? 0)).toEqual([])
    }
    const figures = await fetch(`${server.url}/metrics`, {
      headers: { authorization: 'Bearer figures-for-the-tests' },
    })
    expect(await figures.text()).not.toMatch(/anna|wethouder/i)

    for (const { person } of [bram, cees])
      await person
        .look('desk/1')
        .then(doc => addDeskNote(doc, note(person, `note-${person.id}`), onWaarde(person.id)))
    await expect.poll(async () => (await lead.person.view()).deskWriters).toBe(3)
    for (const index of [1, 3]) expect(await others[index]?.answers()).toEqual(before[index])

    await lead.person.command({ type: 'revealDesks' })
    for (const other of others) await expect.poll(() => told(other.since(0), `${SECRET} 28`)).toBe(true)
    for (const [index, other] of others.entries()) {
      const seen = other.since(from[index] ?? 0)
      expect(told(seen, `${SECRET} 29`), 'what she threw away').toBe(false)
      const edits = seen.filter(each => each[0] === frameType.sync)
      // What Bram and Cees wrote is their own id, to see that ids would be found.
      for (const { person } of [bram, cees]) expect(told(edits, person.id)).toBe(true)
      expect(told(edits, anna.person.id), 'whose it was').toBe(false)
      expect(told(edits, 'note-anna'), 'under which id it lay there').toBe(false)
      other.close()
    }
    typing.close()
    for (const { person } of [lead, ...people]) person.leave()
  })

  test('[Q11] a path names nobody’s desk but one’s own, and one writes there in one’s own name', async () => {
    const [anna, bram] = people as [Member, Member, Member]
    await lead.person.command({ type: 'openDesks', promise: 'named' })
    await writeOnDesk(anna, doc => addDeskNote(doc, note(anna.person, 'note-0001'), onWaarde(SECRET)))
    for (const path of [
      'desk',
      'desk/',
      'desk/0',
      'desk/01',
      'desk/1/',
      `desk/1/${anna.person.id}`,
      `desk%2F1%2F${anna.person.id}`,
      `desk/${anna.person.id}`,
      'desk/999999',
      'desk/-1',
    ])
      await expect(RawClient.connect(address(path, bram)), path).rejects.toThrow()
    const own = await RawClient.connect(address('desk/1', bram))
    own.ask()
    await expect.poll(() => own.shown.length).toBe(1)
    expect(own.shown[0], 'an empty desk').toHaveLength(2)
    const asAnna = new Y.Doc()
    addDeskNote(asAnna, note(anna.person, 'note-0002'), onWaarde('namens Anna'))
    own.update(Y.encodeStateAsUpdate(asAnna))
    const asBoard = new Y.Doc()
    const made = { id: 'note-0003', author: bram.person.id, partner: bram.person.partner, at: 1 }
    addNote(asBoard, made, onWaarde('met velden van het bord'))
    own.update(Y.encodeStateAsUpdate(asBoard))
    await expect.poll(() => own.refusals).toEqual(['not-the-sender', 'unknown-field'])
    const desk = await RawClient.connect(address('desk/1', lead))
    const byLead = new Y.Doc()
    addDeskNote(byLead, note(lead.person, 'note-0004'), onWaarde('van de begeleider'))
    desk.update(Y.encodeStateAsUpdate(byLead))
    await expect.poll(() => desk.refusals).toEqual(['role-forbids'])
    for (const client of [own, desk]) client.close()
    anna.person.leave()
  })

  test('[Q3] while desks are in use nobody adds to the board, and what lies there can be worked on', async () => {
    const [anna] = people as [Member, Member, Member]
    const board = new Y.Doc()
    const client = await RawClient.connect(address('board', anna))
    board.on('update', update => client.update(update))
    const made = (id: string) => ({ id, author: anna.person.id, partner: anna.person.partner, at: 1 })
    addNote(board, made('note-0001'), onWaarde('lag er al'))
    await expect.poll(() => client.shown.length).toBe(1)
    await lead.person.command({ type: 'openDesks', promise: 'named' })
    textOf(board, 'notes', 'note-0001')?.insert(0, 'het ')
    await expect.poll(() => client.shown.length).toBe(2)
    const leader = await RawClient.connect(address('board', lead))
    const byLead = new Y.Doc()
    addNote(byLead, { id: 'note-0003', author: lead.person.id, partner: null, at: 1 }, onWaarde('x'))
    leader.update(Y.encodeStateAsUpdate(byLead))
    await expect.poll(() => leader.refusals).toEqual(['desks-in-use'])
    addNote(board, made('note-0002'), onWaarde('erbij'))
    await expect.poll(() => client.refusals).toEqual(['desks-in-use'])
    for (const each of [client, leader]) each.close()
  })

  test('[Q8] who comes back with a desk that was revealed is refused, and lays nothing down twice', async () => {
    const [anna] = people as [Member, Member, Member]
    await lead.person.command({ type: 'openDesks', promise: 'named' })
    const desk = await writeOnDesk(anna, doc =>
      addDeskNote(doc, note(anna.person, 'note-0001'), onWaarde('een keer')),
    )
    anna.person.leave()
    await lead.person.command({ type: 'revealDesks' })
    const everything = Y.encodeStateAsUpdate(desk)
    const comesBack = async () => {
      const client = await RawClient.connect(address('desk/1', anna))
      client.update(everything)
      client.answer(everything)
      await expect.poll(() => client.refusals).toEqual(['desk-closed', 'desk-closed'])
      client.ask()
      await expect.poll(() => client.shown.length).toBe(1)
      expect(client.shown[0]).toHaveLength(2)
      client.close()
    }
    await comesBack()
    await lead.person.command({ type: 'openDesks', promise: 'anonymous' })
    await comesBack()
    await lead.person.command({ type: 'revealDesks' })
    const board = await lead.person.look('board')
    expect(readBoard(board).notes.map(({ text }) => text)).toEqual(['een keer'])
    lead.person.leave()
  })
})

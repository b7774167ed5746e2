import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { SOCKETS_MAX } from '#server/sync/rate.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

let server: Awaited<ReturnType<typeof startRooms>>
beforeEach(async () => {
  server = await startRooms()
})
afterEach(() => server.stop())

const board = { session, document: 'board' } as const
const note = (doc: Y.Doc, id: string, author: string, text = 'hallo') =>
  addNote(doc, { id, author, partner: null, at: 1000 }, { bouwsteen: 'opgave', order: 1, text })
const texts = (doc: Y.Doc) => readBoard(doc).notes.map(each => each.text)
async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
  return doc
}

describe('the rooms behind real sockets', () => {
  it('carry edits between unmodified y-websocket clients, and are durable before they are shown', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    note(anna.doc, 'note-0001', 'person-anna')
    await until(() => texts(bram.doc).length === 1)
    expect(texts(await stored())).toEqual(['hallo'])
    textOf(bram.doc, 'notes', 'note-0001')?.insert(5, '!')
    await until(() => texts(anna.doc)[0] === 'hallo!')
    const late = await server.join('person-bram')
    expect(texts(late.doc)).toEqual(['hallo!'])
  })

  it('fetch what was written offline', async () => {
    const bram = await server.join('person-bram')
    const doc = new Y.Doc()
    note(doc, 'note-0001', 'person-anna', 'offline')
    await server.join('person-anna', 'board', doc)
    await until(() => texts(bram.doc)[0] === 'offline')
  })

  it('[R6] take what is typed while the line comes back along with what was typed without one', async () => {
    const bram = await server.join('person-bram')
    const anna = await server.join('person-anna')
    note(anna.doc, 'note-0001', 'person-anna', 'met')
    await until(() => texts(bram.doc)[0] === 'met')
    anna.provider.disconnect()
    textOf(anna.doc, 'notes', 'note-0001')?.insert(3, ' zonder')
    // The line is open, and the server has not yet asked what it lacks.
    anna.provider.once('status', () => textOf(anna.doc, 'notes', 'note-0001')?.insert(10, ' weer'))
    anna.provider.connect()
    await until(() => texts(bram.doc)[0] === 'met zonder weer')
    expect(anna.said.filter(frame => frame.type === 'refusal')).toEqual([])
    expect(texts(await stored())).toEqual(['met zonder weer'])
  })

  it('refuse a note of 100,000 characters, and show it to nobody', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    note(anna.doc, 'note-0001', 'person-anna', 'x'.repeat(100_000))
    await until(() => anna.said.some(frame => frame.type === 'refusal' && frame.code === 'text-too-long'))
    note(bram.doc, 'note-0002', 'person-bram')
    const late = await server.join('person-anna')
    await until(() => texts(late.doc).length === 1)
    expect(texts(bram.doc)).toEqual(['hallo'])
    expect(texts(await stored())).toEqual(['hallo'])
  })

  it('[R1] send away who writes too fast, harm nobody else, and take all of it when they come back', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    let away = 0
    anna.provider.on('connection-close', () => away++)
    note(anna.doc, 'note-0001', 'person-anna', '')
    for (let letter = 0; letter < 900; letter++) textOf(anna.doc, 'notes', 'note-0001')?.insert(0, 'x')
    note(bram.doc, 'note-0002', 'person-bram')
    await until(() => away > 0)
    await until(() => texts(bram.doc).includes('x'.repeat(900)))
    expect(texts(await stored()).sort()).toEqual(['hallo', 'x'.repeat(900)])
    expect(bram.provider.wsconnected).toBe(true)
  })

  it('[R2] refuse more than 256 kB at once', async () => {
    const anna = await server.join('person-anna')
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let index = 0; index < 200; index++)
        note(doc, `note-${String(index).padStart(4, '0')}`, 'person-bram', 'x'.repeat(1900))
    })
    const bram = await server.join('person-bram', 'board', doc)
    await until(() => bram.said.some(frame => frame.type === 'refusal' && frame.code === 'too-large'))
    note(anna.doc, 'note-0001', 'person-anna')
    const late = await server.join('person-anna')
    await until(() => texts(late.doc).length === 1)
    expect(texts(await stored())).toEqual(['hallo'])
  })

  it('[R3] let a reader go who asks and does not read, before it takes the memory, and harm nobody else', async () => {
    const bram = await server.join('person-bram')
    const anna = await server.join('person-anna')
    for (const { doc, who } of [
      { doc: bram.doc, who: 'person-bram' },
      { doc: anna.doc, who: 'person-anna' },
    ])
      for (let part = 0; part < 3; part++)
        doc.transact(() => {
          for (let index = 0; index < 90; index++)
            note(doc, `note-${who}-${part}-${1000 + index}`, who, 'x'.repeat(2000))
        })
    await until(() => texts(anna.doc).length === 540 && texts(bram.doc).length === 540)
    anna.provider.destroy()
    await until(() => server.rooms.census().connections === 1)
    const slow = new WebSocket(`${server.base}/board?who=person-anna`)
    await once(slow, 'open')
    slow.pause()
    expect(server.rooms.census().connections).toBe(2)
    for (let asked = 0; asked < 30; asked++) slow.send(new Uint8Array([0, 0, 1, 0]))
    await until(() => server.rooms.census().connections === 1)
    note(bram.doc, 'note-last', 'person-bram')
    const late = await server.join('person-anna')
    await until(() => texts(late.doc).length === 541)
  })

  it('[R7] let a reader go who asks for everything time and again, and harm nobody else', async () => {
    const bram = await server.join('person-bram')
    const asking = await RawClient.connect(`${server.base}/board?who=person-anna`)
    // Each time as somebody who knows something else, so that no answer serves twice.
    for (let asked = 0; asked < 500; asked++)
      asking.ask(Uint8Array.of(1, asked % 100, 1 + Math.floor(asked / 100)))
    await until(() => asking.closed === 1013)
    expect(asking.shown.length).toBeLessThan(50)
    note(bram.doc, 'note-0001', 'person-bram')
    const late = await server.join('person-bram')
    await until(() => texts(late.doc).length === 1)
  })

  it('[R10] send away who sends megabytes, and let them come back', async () => {
    const flooding = await RawClient.connect(`${server.base}/board?who=person-anna`)
    for (let sent = 0; sent < 20; sent++) flooding.update(new Uint8Array(250_000).fill(255))
    await until(() => flooding.closed === 1013)
    expect(flooding.refusals.length).toBeLessThan(10)
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    note(bram.doc, 'note-0001', 'person-bram')
    await until(() => texts(anna.doc).length === 1)
  })

  it('[R16] send away who floods the others with presence, and let them come back', async () => {
    const bram = await server.join('person-bram')
    const flooding = await RawClient.connect(`${server.base}/board?who=person-anna`)
    for (let clock = 1; clock < 5000; clock++) flooding.aware(1, clock, { at: clock })
    await until(() => flooding.closed === 1013)
    const anna = await server.join('person-anna')
    note(anna.doc, 'note-0001', 'person-anna')
    await until(() => texts(bram.doc).length === 1)
    expect(bram.provider.wsconnected).toBe(true)
  })

  it('[R8] hold so many sockets of one person and no more, and take more when those are gone', async () => {
    const address = `${server.base}/board?who=person-anna`
    const open = await Promise.all(Array.from({ length: SOCKETS_MAX }, () => RawClient.connect(address)))
    await until(() => server.rooms.census().connections === SOCKETS_MAX)
    const more = await RawClient.connect(address)
    await until(() => more.closed === 1013)
    const bram = await server.join('person-bram')
    for (const each of open) each.close()
    await until(() => server.rooms.census().connections === 1)
    const anna = await server.join('person-anna')
    note(anna.doc, 'note-0001', 'person-anna')
    await until(() => texts(bram.doc).length === 1)
  })

  it('refuse an observer, and another one’s client id', async () => {
    const observer = await server.join('person-obse')
    note(observer.doc, 'note-0001', 'person-obse')
    await until(() => observer.said.some(frame => frame.type === 'refusal' && frame.code === 'role-forbids'))
    const anna = await server.join('person-anna')
    note(anna.doc, 'note-0002', 'person-anna')
    await until(() => texts(anna.doc).length === 1)
    const bram = await server.join('person-bram')
    const own = bram.doc.clientID
    bram.doc.clientID = anna.doc.clientID
    note(bram.doc, 'note-0003', 'person-bram')
    bram.doc.clientID = own
    await until(() => bram.said.some(frame => frame.type === 'refusal' && frame.code === 'foreign-client'))
    expect(texts(await stored())).toEqual(['hallo'])
  })

  it('close a socket that sends rubbish, and harm nobody else', async () => {
    const anna = await server.join('person-anna')
    for (const rubbish of [
      new Uint8Array([0, 0, 200]),
      new Uint8Array(),
      'text',
      new Uint8Array([1, 3, 9, 9, 9]),
    ]) {
      const socket = new WebSocket(`${server.base}/board?who=person-bram`)
      await once(socket, 'open')
      socket.send(rubbish)
      const [code] = await once(socket, 'close')
      expect(code).toBe(4400)
    }
    const large = new WebSocket(`${server.base}/board?who=person-bram`)
    await once(large, 'open')
    large.send(new Uint8Array(1024 * 1024 + 1))
    expect((await once(large, 'close'))[0]).toBe(1009)
    note(anna.doc, 'note-0001', 'person-anna')
    const late = await server.join('person-bram')
    await until(() => texts(late.doc).length === 1)
  })

  it('show presence under the roster’s name, for one’s own client id alone, until one leaves', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    const id = bram.doc.clientID
    bram.provider.awareness.setLocalState({ user: { id: 'person-anna', name: 'De baas' }, at: 3 })
    await until(() => anna.provider.awareness.getStates().get(id)?.at === 3)
    expect(anna.provider.awareness.getStates().get(id)?.user).toEqual({
      id: 'person-bram',
      name: 'person-bram',
      partner: null,
    })
    const seen: unknown[] = []
    anna.provider.awareness.on('change', () => seen.push(anna.provider.awareness.getStates().get(id)?.at))
    bram.provider.awareness.setLocalState({ at: 4, big: 'x'.repeat(9000) })
    // Shown at once when it is taken, so the one after it comes only when this one was passed over.
    await until(() => bram.provider.ws?.bufferedAmount === 0)
    bram.provider.awareness.setLocalState({ at: 5 })
    await until(() => seen.includes(5))
    expect(seen).not.toContain(4)
    bram.provider.destroy()
    await until(() => !anna.provider.awareness.getStates().has(id))
  })

  it('send a removed person away, and take no more of their edits', async () => {
    const anna = await server.join('person-anna')
    const closed = new Promise<number>(resolve => {
      anna.provider.on('connection-close', event => resolve(event?.code ?? 0))
    })
    const had = server.roster.get('person-anna')
    if (had) server.roster.set('person-anna', { ...had, removed: true })
    await server.rooms.announce(session)
    expect(await closed).toBe(4403)
  })

  it('have each edit in the snapshot or refused, and refuse after the freeze', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    for (let index = 0; index < 40; index++) {
      note(index % 2 ? anna.doc : bram.doc, `note-${1000 + index}`, index % 2 ? 'person-anna' : 'person-bram')
      if (index % 8 === 0) await new Promise(resolve => setImmediate(resolve))
      if (index !== 20) continue
      void server.rooms.freeze(board, () =>
        server.store.transaction(session, async tx => {
          await tx.closeDocument('board', 'f'.repeat(64))
          return 'f'.repeat(64)
        }),
      )
    }
    await until(() => [anna, bram].every(each => each.said.some(frame => frame.type === 'frozen')))
    note(anna.doc, 'note-9999', 'person-anna')
    await until(() => anna.said.some(frame => frame.type === 'refusal' && frame.code === 'frozen'))
    const kept = readBoard(await stored()).notes.map(each => each.id)
    const late = await server.join('person-bram')
    expect(readBoard(late.doc).notes.map(each => each.id)).toEqual(kept)
    expect(kept).not.toContain('note-9999')
  })

  it('show nothing that the store did not take; the writer sends it again', async () => {
    const anna = await server.join('person-anna')
    const bram = await server.join('person-bram')
    server.fail.times = 1
    note(anna.doc, 'note-0001', 'person-anna')
    await until(() => anna.said.some(frame => frame.type === 'refusal' && frame.code === 'store-failed'))
    expect(texts(bram.doc)).toEqual([])
    await until(() => texts(bram.doc).length === 1)
    expect(texts(await stored())).toEqual(['hallo'])
  })

  it('open again when the freeze fails', async () => {
    const anna = await server.join('person-anna')
    await expect(server.rooms.freeze(board, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    note(anna.doc, 'note-0001', 'person-anna')
    await until(() => anna.said.length > 0)
    const late = await server.join('person-bram')
    await until(() => texts(late.doc).length === 1)
  })
})

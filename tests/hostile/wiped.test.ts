import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { makingOf, type Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from './raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

let lead: Person
let anna: Person
let session: string
let joins: (name: string) => Promise<Person>

beforeEach(async () => {
  const made = await publicSession(server.url)
  session = made.session
  lead = made.lead
  joins = made.join
  anna = await joins('Anna')
})

const board = { bouwsteen: 'waarde', order: 1 } as const
const raw = (who: Person) =>
  RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/board?token=${who.token}`)
/** What the board holds for somebody who comes now. */
async function now(): Promise<string[]> {
  const guest = await joins('Gast')
  const texts = readBoard(await guest.look('board')).notes.map(({ text }) => text)
  guest.leave()
  return texts
}
async function written(text: string) {
  const doc = await anna.look('board')
  addNote(doc, makingOf(anna), { ...board, text })
  await lead.sees('board', 'the note', seen => readBoard(seen).notes.some(note => note.text === text))
  return doc
}
const wipe = () => lead.command({ type: 'wipeContent' })

describe('[U43] what was wiped', () => {
  test('is refused to who comes back with it, before any of it is sent', async () => {
    const doc = await written('Een oud briefje')
    anna.leave()
    lead.leave()
    await wipe()
    const back = await raw(anna)
    back.ask(new Uint8Array(Y.encodeStateVector(doc)))
    await expect.poll(() => back.refusals).toEqual(['wiped'])
    expect([back.answered, back.shown]).toEqual([false, []])
    // A client that does not listen sends it all the same.
    back.answer(Y.encodeStateAsUpdate(doc))
    await expect.poll(() => back.refusals).toEqual(['wiped', 'wiped'])
    back.close()
    expect(await now()).toEqual([])
  })

  test('does not come back with what was written since on the same device', async () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(await written('Een oud briefje')))
    anna.leave()
    lead.leave()
    const before = new Uint8Array(Y.encodeStateVector(doc))
    addNote(doc, makingOf(anna), { ...board, text: 'Zonder verbinding geschreven' })
    const id = readBoard(doc).notes.find(({ text }) => text === 'Een oud briefje')?.id ?? ''
    textOf(doc, 'notes', id)?.insert(0, 'Nog een woord: ')
    await wipe()
    const back = await raw(anna)
    back.answer(Y.encodeStateAsUpdate(doc))
    await expect.poll(() => back.refusals).toEqual(['wiped'])
    // Only what builds on nothing of before could be new.
    back.update(Y.encodeStateAsUpdate(doc, before))
    await expect.poll(() => back.refusals.length).toBe(2)
    back.close()
    expect(await now()).toEqual([])
  })

  test('leaves open sockets with nothing: they are closed, and come back to an empty board', async () => {
    const doc = await written('Een oud briefje')
    const watching = await raw(lead)
    watching.ask()
    await expect.poll(() => watching.answered).toBe(true)
    await wipe()
    await expect.poll(() => watching.closed).toBe(1013)
    expect(await now()).toEqual([])
    // And it takes new notes.
    const bram = await joins('Bram')
    addNote(await bram.look('board'), makingOf(bram), { ...board, text: 'Een nieuw briefje' })
    const seen = await joins('Cees')
    await seen.sees('board', 'the new note', each => readBoard(each).notes.length === 1)
    expect(await now()).toEqual(['Een nieuw briefje'])
    for (const person of [anna, lead, bram, seen]) person.leave()
    doc.destroy()
  })

  test('stays wiped after the server was killed', async () => {
    await written('Een oud briefje')
    anna.leave()
    lead.leave()
    await wipe()
    await server.kill()
    await server.restart()
    expect(await now()).toEqual([])
  })
})

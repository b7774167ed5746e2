import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { textOf } from '#lib/documents/board.ts'
import { beginDefinition, DEFINITION } from '#lib/documents/preparation.ts'
import { frameType } from '#lib/protocol/frames.ts'
import type { Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from './raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const SECRET = 'de-wethouder-luistert-niet'
let session: string
let lead: Person
/** Two of one partner, one of another, and one who speaks for themself. */
let anna: Person
let bram: Person
let cees: Person
let dina: Person
let partners: string[]

beforeEach(async () => {
  const made = await publicSession(server.url, ['Gemeente', 'Huren'])
  ;({ session, lead } = made)
  partners = made.partners.map(({ id }) => id)
  anna = await made.join('Anna', partners[0])
  bram = await made.join('Bram', partners[0])
  cees = await made.join('Cees', partners[1])
  dina = await made.join('Dina')
  await lead.command({ type: 'openPreparation' })
})

const address = (path: string, who: Person) =>
  `${server.url.replace('http', 'ws')}/sync/${session}/${path}?token=${who.token}`

/** Every frame that somebody is sent over all sockets that they can open, and every answer that they can ask for. */
async function eavesdrop(who: Person) {
  const frames: Buffer[] = []
  const paths = ['board', 'statement', 'preparation']
  const sockets = paths.map(path => new WebSocket(address(path, who), { origin: server.url }))
  for (const socket of sockets) socket.on('message', data => frames.push(Buffer.from(data as Buffer)))
  for (const socket of sockets) socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
  await expect.poll(() => frames.filter(each => each[0] === frameType.view).length).toBeGreaterThan(1)
  const answers = async () => {
    const headers = { authorization: `Bearer ${who.token}` }
    const given = ['view', 'export.json', 'export.pdf', 'preparation'].map(path =>
      fetch(`${server.url}/api/sessions/${session}/${path}`, { headers }),
    )
    return Promise.all(given.map(async each => (await each).text()))
  }
  return { frames, answers, close: () => sockets.map(socket => socket.terminate()) }
}

const write = async (who: Person, text: string) =>
  textOf(await who.look('preparation'), 'proposals', DEFINITION)?.insert(0, text)
const reads = (doc: Y.Doc) => textOf(doc, 'proposals', DEFINITION)?.toString() ?? ''

describe('[U47] what a partner writes before the first day', () => {
  test('is written together by its people, and told to nobody else, nor who leads, until it is laid side by side', async () => {
    const outside = [lead, cees, dina]
    const ears = await Promise.all(outside.map(eavesdrop))
    await write(anna, SECRET)
    await bram.sees('preparation', 'what a colleague wrote', doc => reads(doc) === SECRET)
    await write(bram, 'Wij vinden: ')
    await anna.sees('preparation', 'what is added', doc => reads(doc) === `Wij vinden: ${SECRET}`)
    // Something is shown to all, after which what would have leaked has come.
    await dina.command({ type: 'signal', ready: true })
    for (const { frames } of ears)
      await expect
        .poll(() => frames.some(each => each.includes('"ready":{"people":1,"partners":0}')))
        .toBe(true)
    for (const { frames, answers } of ears) {
      const said = Buffer.concat([...frames, ...(await answers()).map(each => Buffer.from(each))])
      expect(said.includes(SECRET)).toBe(false)
      expect(said.includes('Wij vinden')).toBe(false)
    }
    expect((await lead.view()).preparation).toEqual({ open: true, written: 1, laid: null })
    expect((await cees.view()).preparation).toEqual({ open: true, written: null, laid: null })

    await lead.command({ type: 'layDefinitions' })
    const laid = [{ partner: partners[0], text: `Wij vinden: ${SECRET}` }]
    for (const who of [...outside, anna])
      expect((await who.view()).preparation).toMatchObject({ open: false, laid })
    for (const { close } of ears) close()
    for (const who of [anna, bram]) who.leave()
  })

  test('opens to nobody who has no partner, and by no other’s name', async () => {
    for (const who of [lead, dina]) {
      const socket = await RawClient.connect(address('preparation', who))
      await expect.poll(() => socket.closed).toBe(4403)
    }
    for (const path of [`preparation/${partners[0]}`, `preparation/${anna.id}`])
      await expect(RawClient.connect(address(path, cees))).rejects.toThrow('404')
  })

  test('takes no entry of anybody’s own, and nothing before it is open or after it was laid', async () => {
    const own = new Y.Doc()
    beginDefinition(own, cees.id, 1)
    const socket = await RawClient.connect(address('preparation', cees))
    socket.answer(new Uint8Array([0, 0]))
    socket.update(Y.encodeStateAsUpdate(own))
    await expect.poll(() => socket.refusals.length).toBe(1)
    const doc = new Y.Doc()
    socket.ask()
    await expect.poll(() => socket.answered).toBe(true)
    for (const update of socket.shown) Y.applyUpdate(doc, update)
    expect(reads(doc)).toBe('')
    await lead.command({ type: 'layDefinitions' })
    const before = Y.encodeStateVector(doc)
    textOf(doc, 'proposals', DEFINITION)?.insert(0, 'Te laat')
    socket.update(Y.encodeStateAsUpdate(doc, before))
    await expect.poll(() => socket.refusals.slice(1)).toEqual(['phase-forbids'])
    socket.close()
  })

  test('is wiped with all else, and comes back from no device', async () => {
    await write(anna, SECRET)
    await bram.sees('preparation', 'what a colleague wrote', doc => reads(doc) === SECRET)
    const kept = Y.encodeStateAsUpdate(await anna.look('preparation'))
    for (const who of [anna, bram]) who.leave()
    await lead.command({ type: 'wipeContent' })
    expect((await lead.view()).preparation).toBeNull()
    await lead.command({ type: 'openPreparation' })
    expect((await lead.view()).preparation).toEqual({ open: true, written: 0, laid: null })
    const socket = await RawClient.connect(address('preparation', anna))
    socket.answer(new Uint8Array(kept))
    await expect.poll(() => socket.refusals).toEqual(['wiped'])
    socket.close()
    expect(reads(await bram.look('preparation'))).toBe('')
    bram.leave()
  })
})

describe('[U48] who is missing at the table', () => {
  test('is told to who said so and who leads, and to all in the step about it', async () => {
    await anna.command({ type: 'nameMissing', id: 'missing-001', name: 'De wijkagent' })
    const named = [{ id: 'missing-001', name: 'De wijkagent', by: anna.id, partner: partners[0] }]
    expect((await anna.view()).missing).toEqual(named)
    expect((await lead.view()).missing).toEqual(named)
    expect((await cees.view()).missing).toEqual([])
    await lead.command({ type: 'goToStep', step: 'd1-wie-zit-er' })
    expect((await cees.view()).missing).toEqual(named)
    await expect(cees.command({ type: 'dropMissing', id: 'missing-001' })).rejects.toThrow('not-yours')
    await anna.command({ type: 'dropMissing', id: 'missing-001' })
    expect((await lead.view()).missing).toEqual([])
  })
})

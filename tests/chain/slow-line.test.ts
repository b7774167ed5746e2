import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type OpenDocument, openDocument } from '#components/live/open-document.ts'
import { addNote, textOf } from '#lib/documents/board.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { type SlowLine, slowLine } from '#tests/harness/slow-line.ts'

let server: TestServer
let line: SlowLine
beforeAll(async () => {
  server = await startServer()
  const { hostname: host, port } = new URL(server.url)
  line = await slowLine({ host, port: Number(port) }, 60)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  line.close()
  await server.remove()
})

/** What a browser has and Node has not; the cookie goes along as there. Nothing is kept: there is no IndexedDB. */
function asBrowser(origin: string, cookie: string): void {
  class SocketWithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { origin, headers: { cookie } })
    }
  }
  vi.stubGlobal('location', { origin })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('WebSocket', SocketWithCookie)
}

/** Anna's page on a board of her own, over the slow line, and somebody who reads over another. */
async function table() {
  const { join, session } = await publicSession(server.url)
  const [anna, piet] = [await join('Anna'), await join('Piet')]
  asBrowser(`http://127.0.0.1:${line.port}`, `mozaiek-${session}=${anna.token}`)
  const told: string[] = []
  const opened: OpenDocument = openDocument({ session, id: anna.id }, 'board', {
    hear: frame => void (frame.type === 'refusal' && told.push(frame.code)),
    state: () => {},
    ready: () => {},
    replaced: () => told.push('replaced'),
    sentAway: code => told.push(code),
    shut: () => {},
  })
  opened.connect()
  await expect.poll(() => opened.provider.synced).toBe(true)
  const made = (at: number) => ({ id: `note-${at}-000`, author: anna.id, partner: null, at })
  const lay = (at: number, text: string) =>
    addNote(opened.doc, made(at), { bouwsteen: 'opgave', order: at, text })
  const cut = async () => {
    line.cut()
    await expect.poll(() => opened.provider.wsconnected).toBe(false)
  }
  const mend = async () => {
    line.mend()
    await expect.poll(() => opened.provider.synced).toBe(true)
  }
  const arrived = async () => {
    await expect.poll(() => opened.pending.count).toBe(0)
    expect(told).toEqual([])
  }
  return { opened, reader: piet, lay, cut, mend, arrived }
}

test('[N18] who types on while a slow line breaks and comes back is refused nothing', async () => {
  const { opened, reader, lay, cut, mend, arrived } = await table()
  lay(0, '')
  const text = textOf(opened.doc, 'notes', 'note-0-000')
  let typed = ''
  const typing = setInterval(() => {
    const letter = 'abcdefghij'[typed.length % 10] ?? ''
    opened.doc.transact(() => text?.insert(typed.length, letter), 'hand')
    typed += letter
  }, 5)
  await expect.poll(() => typed.length).toBeGreaterThan(30)
  for (let round = 0; round < 3; round++) {
    await cut()
    const then = typed.length
    await expect.poll(() => typed.length).toBeGreaterThan(then + 20)
    await mend()
  }
  clearInterval(typing)
  await arrived()
  await reader.sees('board', 'the whole text', doc => {
    return textOf(doc, 'notes', 'note-0-000')?.toString() === typed
  })
  reader.leave()
  opened.close()
})

test('[N18] a day of writing that is too much for one update arrives whole', async () => {
  const { opened, reader, lay, cut, mend, arrived } = await table()
  await cut()
  for (let at = 0; at < 250; at++) lay(at, `${at}`.padEnd(1500, '·'))
  await mend()
  await arrived()
  await reader.sees('board', 'every note', doc => doc.getMap('notes').size === 250)
  reader.leave()
  opened.close()
})

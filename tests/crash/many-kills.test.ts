import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { storeOf } from '#tests/harness/installation.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 50)
const WRITERS = 10
/** One letter of one writer in so many ms: together a thousand edits a second, and within each one's rate. */
const LETTER_MS = 10

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Types letters at the end of a note of one's own until told to stop. */
function typing(client: RawClient, id: string, author: string): () => void {
  const doc = new Y.Doc()
  doc.on('update', update => client.update(update))
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text: '' })
  const text = textOf(doc, 'notes', id) as Y.Text
  const timer = setInterval(
    () => text.insert(text.length, 'abcdefghij'[text.length % 10] as string),
    LETTER_MS,
  )
  return () => clearInterval(timer)
}

/** What is on the disk, read by nobody but us. */
async function onDisk(session: string): Promise<{ doc: Y.Doc; damaged: number }> {
  const store = await storeOf(server)
  const { updates, damaged } = await store.loadDocument({ session, document: 'board' })
  await store.close()
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { doc, damaged }
}

test(
  `[K2] ${ROUNDS} times kill -9 at a random moment while ten people type: nothing that anybody was shown is missing`,
  async () => {
    const { join: enter, session } = await publicSession(server.url)
    const people = await Promise.all(
      Array.from({ length: WRITERS + 1 }, (_, index) => enter(`Mens ${index}`)),
    )
    const address = (token: string) =>
      `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`
    let letters = 0
    for (let round = 0; round < ROUNDS; round++) {
      const clients = await Promise.all(people.map(({ token }) => RawClient.connect(address(token))))
      const witness = clients.pop() as RawClient
      witness.ask()
      const stops = clients.map((client, index) =>
        typing(client, `round-${round}-${index}`, people[index]?.id as string),
      )
      await sleep(30 + 300 * Math.random())
      await server.kill()
      for (const stop of stops) stop()
      // Frames that had reached this machine before the blow still count as shown.
      await sleep(0)
      const shown = new Y.Doc()
      for (const update of witness.shown) Y.applyUpdate(shown, update)
      for (const client of clients) for (const update of client.shown) Y.applyUpdate(shown, update)
      const { doc, damaged } = await onDisk(session)
      expect(damaged).toBe(0)
      expect(doc.store.pendingStructs).toBeNull()
      const kept = new Map(readBoard(doc).notes.map(note => [note.id, note.text]))
      for (const { id, text } of readBoard(shown).notes) {
        expect(kept.get(id)?.startsWith(text)).toBe(true)
        letters += text.length
      }
      expect(clients.flatMap(({ refusals }) => refusals)).toEqual([])
      for (const client of [witness, ...clients]) client.close()
      await server.restart()
    }
    expect(letters).toBeGreaterThan(0)
  },
  20_000 + ROUNDS * 10_000,
)

import { expect } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Declined, Person } from '#server/example/person.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { publicSession } from './public-session.ts'
import type { TestServer } from './server.ts'

/** How long, in ms, no answer may take that needs no database: half of what waits for one takes until it gives up. */
export const SLOW = 2500
/** WebSocket's code for a server that can't just now. */
const TRY_AGAIN = 1013

const idsOf = (doc: Y.Doc) => readBoard(doc).notes.map(({ id }) => id)

/** A lead, and two sockets of people's own on one board: what one writes the other is shown. */
export async function openTable(server: Pick<TestServer, 'url'>) {
  const { lead, session, join } = await publicSession(server.url)
  const [writer, reader] = [await join('Schrijver'), await join('Lezer')]
  const socketOf = ({ token }: Person) =>
    RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`)
  const sockets = async () => {
    const both = [await socketOf(writer), await socketOf(reader)] as const
    // Who is not greeted yet when the trouble comes is asked to come again.
    await expect.poll(() => both.every(({ views }) => views.length > 0), { interval: 5 }).toBe(true)
    return both
  }
  let [hand, witness] = await sockets()
  // One that came a moment too late for what is shown gets it by this.
  witness.ask()
  const again = async () => {
    ;[hand, witness] = await sockets()
    witness.ask()
  }
  /** By a refusal, or where the room could not be read again by the code that has a page come back with all that it has. */
  const told = () => hand.refusals.includes('store-failed') || hand.closed === TRY_AGAIN
  const put = (id: string, text = 'x') => {
    const doc = new Y.Doc()
    addNote(doc, { id, author: writer.id, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
    hand.update(Y.encodeStateAsUpdate(doc))
  }
  const shown = () => {
    const doc = new Y.Doc()
    for (const update of witness.shown) Y.applyUpdate(doc, update)
    return idsOf(doc)
  }
  const done = (): Promise<string | null> =>
    lead.command({ type: 'setLobby', on: false }).then(
      () => 'done',
      error => (error as Declined).code,
    )
  /** How long, in ms, the slowest of so many questions waited that need no database. */
  const slowest = async () => {
    let most = 0
    for (let n = 0; n < 20; n++) {
      const asked = performance.now()
      const { status } = await fetch(`${server.url}/healthz`)
      if (status !== 200) throw new Error(`/healthz says ${status}`)
      most = Math.max(most, performance.now() - asked)
    }
    return most
  }
  const ready = async () => (await fetch(`${server.url}/readyz`)).status
  const inDatabase = async (): Promise<string[]> => {
    const reading = await join(`Later ${crypto.randomUUID()}`)
    const ids = idsOf(await reading.look('board'))
    reading.leave()
    return ids
  }
  return { put, shown, told, again, done, slowest, ready, inDatabase }
}

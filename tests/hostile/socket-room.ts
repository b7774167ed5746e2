import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as decoding from 'lib0/decoding'
import { WebSocket, WebSocketServer } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { documentKey, documentPath } from '#lib/documents/names.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Desks } from '#lib/domain/desk.ts'
import type { Hosted } from '#lib/domain/hosting.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Phase } from '#lib/domain/phase.ts'
import { decodeOwnFrame, frameType } from '#lib/protocol/frames.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Store } from '#server/store/store.ts'
import { createRooms } from '#server/sync/rooms.ts'
import type { RoomsPorts } from '#server/sync/rooms-ports.ts'
import { person, sampleSession } from '#tests/contract/store-samples.ts'
import { dropDatabase, makeDatabase } from '#tests/harness/database.ts'
import { storeOf } from '#tests/harness/installation.ts'

export const session = 'session-0001'
const open: Promise<void> = Promise.resolve()
const people = ['person-anna', 'person-bram', 'person-obse']

/** A store with one session in it, and who is in that. */
async function makeShared() {
  const folder = await mkdtemp(join(tmpdir(), 'mozaiek-rooms-'))
  const database = await makeDatabase()
  const store = await storeOf({ folder, database })
  const { record, partners, facilitator } = sampleSession(session)
  await store.createSession(record, partners, facilitator)
  const roster = new Map<string, Participant>(
    people.map(id => [id, person(id, { name: id, role: id === 'person-obse' ? 'observer' : 'participant' })]),
  )
  const state = {
    phase: 'collect' as Phase,
    desks: null as Desks | null,
    voting: false,
    held: false,
    open: null as readonly Bouwsteen[] | null,
    hosted: {} as Hosted,
    partners: [] as { id: string }[],
  }
  return { folder, database, store, roster, state }
}

type Ports = Pick<RoomsPorts, 'idleMs' | 'gate' | 'sizeMax' | 'bus' | 'lookEvery'>
/**
 * Real rooms on a real store behind a real port; `/sync/<session>/<document>?who=<participant>`. `beside`: another node of before, over whose
 * store and with whose people; that one is to be stopped last.
 */
export async function startRooms(
  ports: Ports = {},
  beside?: Pick<Awaited<ReturnType<typeof makeShared>>, 'store' | 'roster' | 'state'>,
) {
  const made = beside ? null : await makeShared()
  const { store, roster, state } = (made ?? beside) as NonNullable<typeof beside>
  const fail = { times: 0 }
  const read = { times: 0, failures: 0 }
  const unread = { times: 0 }
  const viewed = { times: 0 }
  const hold = { append: open, views: open }
  const failing: Store = {
    ...store,
    loadDocument: name => {
      read.times++
      return read.failures-- > 0 ? Promise.reject(new Error('disk full')) : store.loadDocument(name)
    },
    async appendUpdates(entries) {
      await hold.append
      if (fail.times-- > 0) throw new Error('disk full')
      return store.appendUpdates(entries)
    },
  }
  const rooms = createRooms({
    store: failing,
    ...ports,
    log: () => {},
    roster: {
      async read() {
        if (unread.times-- > 0) throw new Error('the database is gone')
        const epoch = await store.transaction(session, tx => tx.epoch())
        return { ...state, people: [...roster.values()], epoch }
      },
      async viewsFor(_, ids) {
        viewed.times++
        await hold.views
        return new Map(ids.map(id => [id, { me: roster.get(id) } as SessionView]))
      },
    },
  })
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 4 * 1024 * 1024 })
  server.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'http://x')
    const who = url.searchParams.get('who') ?? ''
    const path = documentPath(url.pathname.split('/').slice(3).join('/')) ?? 'board'
    const name = { session, document: documentKey(path, who) }
    void rooms.connect({ socket, wire: request.socket }, who, name)
  })
  await once(server, 'listening')
  const base = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync/${session}`
  const providers: WebsocketProvider[] = []
  return {
    rooms,
    store,
    roster,
    state,
    /** How many of the next appends the disk refuses. */
    fail,
    /** How often rooms have read a log, and how many of the next times that fails. */
    read,
    /** How many of the next times it can't be read who may do what. */
    unread,
    /** How often views were made. */
    viewed,
    /** What the next appends, and the next views, wait for. */
    hold,
    base,
    /** An unmodified y-websocket client; what the server says in our own frames is kept in `said`. */
    async join(who: string, document = 'board', doc = new Y.Doc()) {
      const said: ReturnType<typeof decodeOwnFrame>[] = []
      const provider = new WebsocketProvider(base, document, doc, {
        params: { who },
        disableBc: true,
        connect: false,
        WebSocketPolyfill: WebSocket as never,
      })
      for (const type of [frameType.refusal, frameType.view, frameType.frozen])
        provider.messageHandlers[type] = (_: unknown, decoder: decoding.Decoder) =>
          said.push(decodeOwnFrame(decoder))
      providers.push(provider)
      provider.connect()
      await until(() => provider.synced)
      return { doc, provider, said }
    },
    async stop() {
      for (const provider of providers) provider.destroy()
      await rooms.drain()
      for (const client of server.clients) client.terminate()
      server.close()
      if (!made) return
      await store.close()
      await rm(made.folder, { recursive: true, force: true })
      if (made.database !== null) await dropDatabase(made.database)
    },
  }
}

/** A promise, and what resolves it. */
export function latch(): { closed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { closed: promise, open: resolve }
}

/** How long, in ms, what comes is waited for; as `expect.poll` (`vitest.config.ts`). */
const PATIENCE_MS = 30_000

/** Waits until `test` holds. Throws when it never does. */
export async function until(test: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!test()) {
    if (performance.now() > end) throw new Error(`never: ${test}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

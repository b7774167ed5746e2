/** Our server as it ships, without its pages; as `open`, its sockets and rooms with the gate and the log off. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { flushCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as Y from 'yjs'
import { ok } from '#lib/result.ts'
import { createApp } from '#server/app.ts'
import { createUpgrade } from '#server/http/upgrade.ts'
import { tokenOf } from '#server/session/identity.ts'
import { openSealKey } from '#server/statement/seal-key.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import type { DocumentName, Store } from '#server/store/store.ts'
import type { Gate } from '#server/sync/gate.ts'
import { createRooms } from '#server/sync/rooms.ts'
import { givenTask, personOf, type Seating, sayReady, type Task } from '../subject.ts'

const { name, task } = givenTask()
const store = await createSqliteStore(join(task.folder, 'mozaiekbord.sqlite'))
const key = await store.installation('token-key', async () => 'key-of-the-bench')
const sessionOf = (room: number): string => `session-${String(room).padStart(4, '0')}`
const token = (room: number, person: string): string => tokenOf(key, sessionOf(room), person)

/** Sessions with all their people; already there after a restart. */
async function makeSessions({ rooms, people, seed }: Task): Promise<void> {
  for (let room = 0; room < rooms; room++) {
    const id = sessionOf(room)
    if (await store.transaction(id, tx => tx.session())) continue
    const at = Date.now()
    const secrets = {
      code: `CODE-${room}`,
      secretHash: 'ab'.repeat(32),
      lead: `lead-of-${id}`,
      watchCode: `WATCH-${room}`,
    }
    const desks = { desks: null, deskRounds: 0 }
    const results = { definition: null, board: null, statement: null, reopened: null }
    const session = { id, network: 'Regio Zuid', title: 'Kick-off', dates: ['2026-03-01'], createdAt: at }
    const times = { language: 'nl', phase: 'collect', expiresAt: at + 1e9 } as const
    await store.createSession({ ...session, ...times, ...secrets, ...desks, ...results }, [], {
      ...{ id: `lead-of-${id}`, name: 'Begeleider', partner: null, role: 'facilitator' },
      ...{ mayOrder: true, removed: false, waiting: false },
    })
    await store.transaction(id, async tx => {
      for (let index = 0; index < people; index++)
        await tx.addParticipant({
          ...{ id: personOf(room, index), name: `Deelnemer ${index}`, partner: null, role: 'participant' },
          ...{ mayOrder: false, removed: false, waiting: false },
        })
    })
  }
  if (seed === null) return
  const board = { session: sessionOf(0), document: 'board' } as const
  if ((await store.loadDocument(board)).last > 0) return
  const update = readFileSync(seed)
  const clients = [...Y.parseUpdateMeta(update).to.keys()]
  await store.appendUpdates([{ ...board, update, clients, participant: personOf(0, 0) }])
}

const letThrough: Gate = update => ok({ update, clients: new Set(), news: true, steps: 0 })

/** The same sockets and rooms, where nothing is judged and nothing kept. */
function withoutTrust(): Server {
  const places = new Map<string, number>()
  const nameOf = ({ session, document }: DocumentName) => `${session}/${document}`
  const forgetful: Store = {
    ...store,
    async loadDocument(name) {
      const stored = await store.loadDocument(name)
      places.set(nameOf(name), stored.last)
      return stored
    },
    appendUpdates: async entries =>
      entries.map(entry => {
        const place = (places.get(nameOf(entry)) ?? 0) + 1
        places.set(nameOf(entry), place)
        return place
      }),
  }
  const rooms = createRooms({
    store: forgetful,
    log: () => {},
    gate: letThrough,
    roster: {
      read: session =>
        store.transaction(session, async tx => ({
          phase: 'collect',
          desks: null,
          voting: false,
          held: false,
          open: null,
          hosted: {},
          partners: [],
          people: await tx.participants(),
          epoch: await tx.epoch(),
        })),
      viewsFor: async () => new Map(),
    },
  })
  const server = createServer()
  const upgrade = createUpgrade({ rooms, key, publicUrl: 'http://localhost' })
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head))
  return server
}

await makeSessions(task)
const ports = { store, log: () => {}, publicUrl: 'http://localhost', dev: false, pages: null }
const server =
  name === 'open'
    ? withoutTrust()
    : (
        await createApp({
          ...ports,
          seal: await openSealKey(join(task.folder, 'seal.json'), 'localhost', new Date()),
          metricsToken: null,
          sessionsPerHour: 1,
        })
      ).server
server.listen(0, '127.0.0.1')
await once(server, 'listening')
flushCompileCache()
const rooms: Seating[][] = Array.from({ length: task.rooms }, (_, room) =>
  Array.from({ length: task.people }, (_, index) => {
    const person = personOf(room, index)
    return { path: `/sync/${sessionOf(room)}/board?token=${token(room, person)}`, room: 'board', person }
  }),
)
sayReady({ port: (server.address() as AddressInfo).port, rooms })

/**
 * The limit: ws alone, which sends every message to all of its room and knows nothing of what it says. As `keeping`, it does the
 * least that a server can which has a document and keeps it: each update is applied by Yjs, and is in SQLite, in a transaction of its own, before
 * anybody sees it. Nobody signs in, and nothing is judged.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { frameType } from '#lib/protocol/frames.ts'
import { LiveDocument } from '#server/sync/live-document.ts'
import { givenTask, openRooms, sayReady } from '../subject.ts'

const { name, task } = givenTask()

/** Applies an update, and keeps it as ours are: a commit survives the end of the process, and updates of a room lie together. */
function keeper(): (room: string, frame: Uint8Array) => void {
  const db = new DatabaseSync(join(task.folder, 'kept.sqlite'))
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE log (room TEXT, seq INTEGER, content BLOB NOT NULL, PRIMARY KEY (room, seq)) STRICT, WITHOUT ROWID`)
  const insert = db.prepare('INSERT INTO log (room, seq, content) VALUES (?, ?, ?)')
  const documents = new Map<string, LiveDocument>()
  let last = 0
  return (room, frame) => {
    const document = documents.get(room) ?? new LiveDocument()
    documents.set(room, document)
    const behindTypeAndStep = decoding.createDecoder(frame.subarray(2))
    // A copy, as in ours: Yjs keeps views on what it decodes, and the socket's buffer is used again.
    const update = decoding.readVarUint8Array(behindTypeAndStep).slice()
    document.apply(update)
    insert.run(room, ++last, update)
  }
}

const keep = name === 'keeping' ? keeper() : () => {}
const answer = encoding.createEncoder()
encoding.writeVarUint(answer, 0)
encoding.writeVarUint(answer, 1)
encoding.writeVarUint8Array(answer, task.seed === null ? new Uint8Array([0, 0]) : readFileSync(task.seed))
const whole = encoding.toUint8Array(answer)

const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('close', () => room.delete(socket))
  socket.on('message', (data: Buffer) => {
    const [type, step] = data
    if (type === frameType.sync && step === messageYjsSyncStep1) return socket.send(whole)
    if (type === frameType.sync) keep(url, data)
    for (const each of room) each.send(data)
  })
})
await once(server, 'listening')
sayReady({ port: (server.address() as AddressInfo).port, rooms: openRooms(task) })

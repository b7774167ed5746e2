/** The reference server that goes with yjs 13, as its own start script wires it. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { registerHooks } from 'node:module'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { givenTask, openRooms, sayReady } from '../subject.ts'

const { task } = givenTask()
// It imports its LevelDB adapter even when it isn't asked to keep anything; that one needs a compiler.
const nothing = 'data:text/javascript,export class LeveldbPersistence {}'
registerHooks({
  resolve: (name, context, next) =>
    name === 'y-leveldb' ? { url: nothing, shortCircuit: true, format: 'module' } : next(name, context),
})
const { setPersistence, setupWSConnection } = await import('@y/websocket-server/utils')
const { seed } = task
if (seed !== null)
  setPersistence({
    provider: null,
    bindState: (room: string, doc: Y.Doc) => {
      if (room === 'room-0') Y.applyUpdate(doc, readFileSync(seed))
    },
    writeState: async () => {},
  })
const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, open => sockets.emit('connection', open, request))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
sayReady({ port: (server.address() as AddressInfo).port, rooms: openRooms(task) })

/** The limit: ws alone, which sends every message to all of its room and knows nothing of what it says. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import { givenTask, openRooms, sayReady } from '../subject.ts'

const { task } = givenTask()
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
    if (data[0] === 0 && data[1] === 0) socket.send(whole)
    else for (const each of room) each.send(data)
  })
})
await once(server, 'listening')
sayReady({ port: (server.address() as AddressInfo).port, rooms: openRooms(task) })

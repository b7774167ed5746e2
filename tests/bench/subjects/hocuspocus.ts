/** Hocuspocus as it comes, keeping nothing; a seeded room is read from a file in one go. */
import { readFileSync } from 'node:fs'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { givenTask, openRooms, sayReady } from '../subject.ts'

const { task } = givenTask()
const { seed } = task
const server = new Server({
  quiet: true,
  port: 0,
  address: '127.0.0.1',
  async onLoadDocument({ document, documentName }) {
    if (seed !== null && documentName === 'room-0') Y.applyUpdate(document, readFileSync(seed))
  },
})
await server.listen()
sayReady({ port: server.address.port, rooms: openRooms(task) })

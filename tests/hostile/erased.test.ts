import { afterEach, beforeEach, expect, test } from 'vitest'
import { addNote, readBoard, textOf } from '#lib/documents/board.ts'
import { sweep } from '#server/session/sweeping.ts'
import { session, startRooms, until } from './socket-room.ts'

let server: Awaited<ReturnType<typeof startRooms>>
beforeEach(async () => {
  server = await startRooms()
})
afterEach(() => server.stop())

test('[O15] a session that people have open when its time is over is closed to them, and takes nothing they still send', async () => {
  const [anna, bram] = [await server.join('person-anna'), await server.join('person-bram')]
  const made = { id: 'note-0001', author: 'person-anna', partner: null, at: 1 }
  addNote(anna.doc, made, { bouwsteen: 'opgave', order: 1, text: 'nog open' })
  await until(() => readBoard(bram.doc).notes.length === 1)
  const closed: (number | undefined)[] = []
  for (const { provider } of [anna, bram]) provider.on('connection-close', event => closed.push(event?.code))

  const sweeping = sweep({
    store: server.store,
    wipe: (name, work) => server.rooms.wipe(name, work),
    log: () => {},
    now: () => Date.parse('2200-01-01'),
    keptDays: 365,
  })
  textOf(anna.doc, 'notes', 'note-0001')?.insert(0, 'te laat ')
  await sweeping
  await until(() => closed.length >= 2)
  expect(closed.slice(0, 2)).toEqual([1013, 1013])
  expect(await server.store.retentions()).toEqual([])
  expect((await server.store.loadDocument({ session, document: 'board' })).updates).toEqual([])
})

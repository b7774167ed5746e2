import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Person } from '#server/example/person.ts'
import { onPostgres } from '#tests/harness/database.ts'
import { failingDisk, smallDisk } from '#tests/harness/disk.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { until } from '#tests/hostile/socket-room.ts'

// A node on PostgreSQL writes on no disk of its own.
const full = onPostgres ? null : smallDisk()
const failing = onPostgres ? null : failingDisk()

function noteUpdate(id: string, author: string, text: string): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
  return Y.encodeStateAsUpdate(doc)
}
const notesOf = (client: RawClient): string[] => {
  const doc = new Y.Doc()
  for (const update of client.shown) Y.applyUpdate(doc, update)
  return readBoard(doc)
    .notes.map(({ id }) => id)
    .sort()
}
const readiness = async (server: TestServer) => (await fetch(`${server.url}/readyz`)).status

/** Two people in a session: one writes, one sees what is shown. `connect` opens a socket of either. */
async function twoPeople(server: TestServer) {
  const { join: enter, session } = await publicSession(server.url)
  const [writer, reader] = await Promise.all([enter('Schrijver'), enter('Lezer')])
  const connect = ({ token }: Person) =>
    RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`)
  const witness = await connect(reader)
  const hand = await connect(writer)
  hand.update(noteUpdate('note-before', writer.id, 'voor'))
  await until(() => notesOf(witness).includes('note-before'))
  /** What somebody who comes in now is shown. */
  const newcomerSees = async () => {
    const late = await connect(reader)
    late.ask()
    await until(() => late.answered)
    return notesOf(late)
  }
  return { writer, witness, hand, connect, newcomerSees }
}

test.skipIf(full === null)(
  '[K3] on a full disk writers are told, nothing is shown that is not stored, and it goes on when there is room',
  async () => {
    if (!full) return
    const server = await startServer(full.folder)
    try {
      const { writer, witness, hand, connect, newcomerSees } = await twoPeople(server)
      expect(await readiness(server)).toBe(200)
      const { bavail, bsize } = statfsSync(full.folder)
      writeFileSync(join(full.folder, 'filler'), Buffer.alloc(bavail * bsize))
      // The file may have room of its own left; a full one is told of with the first update that doesn't fit any more.
      let sent = 0
      while (hand.closed === null && sent < 250) {
        hand.update(noteUpdate(`note-${1000 + sent++}`, writer.id, 'x'.repeat(1900)))
        await new Promise(resolve => setTimeout(resolve, 5))
      }
      await until(() => hand.refusals.length > 0)
      expect(hand.refusals.at(0)).toBe('store-failed')
      expect(await newcomerSees()).toEqual(notesOf(witness))

      rmSync(join(full.folder, 'filler'))
      const again = await connect(writer)
      again.update(noteUpdate('note-after', writer.id, 'na'))
      await until(() => notesOf(witness).includes('note-after'))
      expect(await readiness(server)).toBe(200)
      await server.kill()
      await server.restart()
      expect(await newcomerSees()).toEqual(notesOf(witness))
    } finally {
      await server.remove()
      full.remove()
    }
  },
  60_000,
)

test.skipIf(failing === null)(
  '[K5] on a disk that became read-only writers are told, readers read on, nobody is sent here, and after its repair nothing is missing',
  async () => {
    if (!failing) return
    const server = await startServer(failing.folder)
    try {
      const { writer, witness, hand, connect, newcomerSees } = await twoPeople(server)
      expect(await readiness(server)).toBe(200)
      failing.fail()
      expect(await readiness(server)).toBe(503)
      hand.update(noteUpdate('note-refused', writer.id, 'te laat'))
      await until(() => hand.refusals.length > 0)
      expect(hand.refusals.at(0)).toBe('store-failed')
      expect(notesOf(witness)).toEqual(['note-before'])
      expect(await newcomerSees()).toEqual(['note-before'])

      await server.kill()
      failing.repair()
      await server.restart()
      expect(await readiness(server)).toBe(200)
      const again = await connect(writer)
      again.update(noteUpdate('note-after', writer.id, 'na'))
      await until(() => again.shown.length > 0)
      expect(await newcomerSees()).toEqual(['note-after', 'note-before'])
    } finally {
      await server.kill()
      failing.remove()
    }
  },
  60_000,
)

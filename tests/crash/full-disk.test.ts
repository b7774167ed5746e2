import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { startServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { until } from '#tests/hostile/socket-room.ts'

/** A disk of our own, so that filling it is nobody else's trouble. Null where this user may not mount one. */
function smallDisk(): { folder: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

const disk = smallDisk()

function noteUpdate(id: string, author: string, text: string): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text })
  return Y.encodeStateAsUpdate(doc)
}
const notesOf = (client: RawClient): string[] => {
  const doc = new Y.Doc()
  for (const update of client.shown) Y.applyUpdate(doc, update)
  return readBoard(doc).notes.map(({ id }) => id)
}

test.skipIf(disk === null)(
  '[K3] on a full disk writers are told, nothing is shown that is not stored, and it goes on when there is room',
  async () => {
    if (!disk) return
    const server = await startServer(disk.folder)
    try {
      const place = { url: server.url, origin: server.url }
      const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
      const { code, session } = await ask<CreateAnswer>(place, '/api/sessions', { body })
      const join_ = (name: string) =>
        ask<JoinAnswer>(place, '/api/join', { body: { code, name, partner: null } })
      const [writer, reader] = await Promise.all([join_('Schrijver'), join_('Lezer')])
      const connect = ({ token }: JoinAnswer) =>
        RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`)
      const witness = await connect(reader)
      const hand = await connect(writer)
      hand.update(noteUpdate('note-before', writer.participant, 'voor'))
      await until(() => notesOf(witness).includes('note-before'))

      const { bavail, bsize } = statfsSync(disk.folder)
      writeFileSync(join(disk.folder, 'filler'), Buffer.alloc(bavail * bsize))
      // The file may have room of its own left; a full one is told of with the first update that doesn't fit any more.
      let sent = 0
      while (hand.closed === null && sent < 250) {
        hand.update(noteUpdate(`note-${1000 + sent++}`, writer.participant, 'x'.repeat(1900)))
        await new Promise(resolve => setTimeout(resolve, 5))
      }
      expect(hand.refusals.at(0)).toBe('store-failed')
      const shown = notesOf(witness)
      const late = await connect(reader)
      late.ask()
      await until(() => late.shown.length > 0)
      expect(notesOf(late).sort()).toEqual(shown.sort())

      rmSync(join(disk.folder, 'filler'))
      const again = await connect(writer)
      again.update(noteUpdate('note-after', writer.participant, 'na'))
      await until(() => notesOf(witness).includes('note-after'))
      await server.kill()
      await server.restart()
      const restarted = await connect(reader)
      restarted.ask()
      await until(() => restarted.shown.length > 0)
      expect(notesOf(restarted).sort()).toEqual(notesOf(witness).sort())
    } finally {
      await server.remove()
      disk.remove()
    }
  },
  60_000,
)

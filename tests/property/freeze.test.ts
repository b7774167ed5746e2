import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from '#lib/documents/board.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { startRooms, until } from '#tests/hostile/socket-room.ts'
import { board, HASH, notesOf, people, raceFreeze, raceOf } from './freeze-race.ts'

test('[F5] each edit that races a freeze is in the snapshot or refused, and all end with the snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(raceOf(60), async race => {
      const server = await startRooms()
      try {
        const writers = await Promise.all(
          [0, 1, 2, 3].map(index => RawClient.connect(`${server.base}/board?who=${people[index % 2]}`)),
        )
        const reader = await server.join('person-obse')
        const { snapshot, sent } = await raceFreeze(server, writers, race)
        const kept = notesOf((await server.store.loadDocument(board)).updates)
        expect(kept).toEqual(snapshot)
        for (const [index, writer] of writers.entries()) {
          const taken = (sent[index] as string[]).filter(id => kept.includes(id)).length
          // Neither both nor neither: what was not taken was refused, as many times as that.
          await until(() => taken + writer.refusals.length === sent[index]?.length)
          expect(new Set(writer.refusals).size).toBeLessThanOrEqual(1)
          for (const code of writer.refusals) expect(code).toBe('frozen')
          await until(() => writer.frozen === HASH)
          writer.shown.length = 0
          writer.ask()
          await until(() => writer.shown.length > 0)
          expect(notesOf(writer.shown)).toEqual(kept)
        }
        await until(() => readBoard(reader.doc).notes.length === kept.length)
        for (const writer of writers) writer.close()
      } finally {
        await server.stop()
      }
    }),
    { numRuns: Number(process.env.RACES ?? 40) },
  )
}, 300_000)

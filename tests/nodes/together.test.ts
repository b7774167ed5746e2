import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'

const NODES = 3

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: NODES })
})
afterAll(() => cluster?.remove())

test('[M20] people on three nodes write in one note, and all of them and the store hold every word once', async () => {
  const { come, session } = await openHall(cluster)
  const people = await Promise.all(
    Array.from({ length: 2 * NODES }, (_, index) => come(`Mens ${index}`, index % NODES)),
  )
  const writers = await atOneNote(people)
  for (const writer of writers) writer.begin(20)
  await people[0]?.sees('much of everybody', () => writers.every(({ words }) => words.length >= 40))
  for (const writer of writers) writer.stop()

  const all = await sameForAll(people)
  const words = writers.flatMap(writer => writer.words)
  expect(new Set(timesIn(people[0]?.doc as never, words))).toEqual(new Set([1]))
  const stored = await storedBoard(cluster, session)
  expect(stored.bytes).toBe(all)
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([])
  for (const person of people) person.leave()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from '#lib/documents/board.ts'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn, wordsOf } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'

/** Within which people of a node that is gone are on another, in ms: a second, and what a busy machine takes. */
const WITHIN = 20_000
const ROUNDS = Number(process.env.ROUNDS ?? 2)

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 })
})
afterAll(() => cluster?.remove())

test('[M21] a node that is killed in the middle takes nothing with it that anybody saw, and its people are on another within seconds', async () => {
  const { come, session } = await openHall(cluster)
  const writing = await Promise.all(Array.from({ length: 6 }, (_, index) => come(`Schrijver ${index}`)))
  const witnesses = await Promise.all(Array.from({ length: 4 }, (_, index) => come(`Getuige ${index}`)))
  const writers = await atOneNote(writing)
  for (let round = 0; round < ROUNDS; round++) {
    const node = cluster.nodes[round % 2]
    const before = writers.reduce((sum, { words }) => sum + words.length, 0)
    for (const writer of writers) writer.begin(25)
    await Promise.all(
      witnesses.map(each => each.sees('some more', doc => wordsOf(readBoard(doc)).length > before + 60)),
    )
    await node?.kill()
    // What had reached these people before the blow counts as seen.
    const seen = witnesses.map(({ doc }) => wordsOf(readBoard(doc)))
    const kept = new Set(wordsOf((await storedBoard(cluster, session)).board))
    expect(seen.flatMap(words => words.filter(word => !kept.has(word)))).toEqual([])

    const blow = performance.now()
    await Promise.all([...writing, ...witnesses].map(each => each.synced()))
    const took = performance.now() - blow
    console.info(`all were on another node after ${Math.round(took)} ms`)
    expect(took).toBeLessThan(WITHIN)
    for (const writer of writers) writer.stop()
    await sameForAll([...writing, ...witnesses])
    await node?.start()
  }
  const all = await sameForAll([...writing, ...witnesses])
  const words = writers.flatMap(writer => writer.words)
  expect(new Set(timesIn(witnesses[0]?.doc as never, words))).toEqual(new Set([1]))
  expect((await storedBoard(cluster, session)).bytes).toBe(all)
  for (const person of [...writing, ...witnesses]) person.leave()
}, 120_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'

/** Within which people of a node that nobody can reach are on another, in ms: less than the 30 s after which y-websocket finds out by itself. */
const WITHIN = 20_000

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2, cables: true })
})
afterAll(() => cluster?.remove())

test('[M24] a node whose cable is pulled out costs its people seconds and no word, and is one of them again when it is back', async context => {
  const far = cluster.nodes[1]
  if (!far?.cable) return context.skip('network namespaces are not permitted to this user (ip netns add)')
  const { come, session } = await openHall(cluster)
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => come(`Mens ${index}`)))
  const writers = await atOneNote(people)
  const words = () => writers.flatMap(writer => writer.words)
  for (const writer of writers) writer.begin(25)
  await people[0]?.sees('much of everybody', () => words().length > 120)

  far.cable.pull()
  const pulled = performance.now()
  const typed = words().length
  // What is typed from now on reaches everybody while the node is away.
  await Promise.all(
    people.map(each =>
      each.sees('a word of later', doc => timesIn(doc, words().slice(typed)).filter(Boolean).length > 20),
    ),
  )
  const took = performance.now() - pulled
  console.info(`all were on the other node after ${Math.round(took)} ms`)
  expect(took).toBeLessThan(WITHIN)
  for (const writer of writers) writer.stop()
  const alone = await sameForAll(people)
  expect((await storedBoard(cluster, session)).bytes).toBe(alone)

  for (const writer of writers) writer.begin(25)
  far.cable.plug()
  await cluster.proxy.sees(2)
  const there = await come('Op de verre', 1)
  const early = words().length
  await there.sees('what is written on the other', doc =>
    timesIn(doc, words().slice(early)).some(times => times === 1),
  )
  for (const writer of writers) writer.stop()
  const bytes = await sameForAll([...people, there])
  expect(new Set(timesIn(there.doc, words()))).toEqual(new Set([1]))
  expect((await storedBoard(cluster, session)).bytes).toBe(bytes)
  for (const person of [...people, there]) person.leave()
}, 120_000)

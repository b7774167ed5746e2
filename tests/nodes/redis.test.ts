import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 })
})
afterAll(() => cluster?.remove())

/** What a node could not tell the other, by the figures of who runs it. */
async function untold(): Promise<number> {
  const headers = { authorization: 'Bearer figures-for-the-tests' }
  const text = await (await fetch(`${cluster.nodes[0]?.url}/metrics`, { headers })).text()
  return Number(/^mozaiekbord_untold_news_total (\d+)$/m.exec(text)?.[1])
}

test('[M22] Redis that is stopped, started or stands still costs delay and nothing else', async () => {
  const { come, session } = await openHall(cluster)
  const people = await Promise.all([0, 1, 0, 1].map((node, index) => come(`Mens ${index} op ${node}`, node)))
  const writers = await atOneNote(people)
  const all = () => writers.flatMap(({ words }) => words)
  /** What everybody writes now reaches everybody, on both nodes. */
  const crosses = async () => {
    for (const writer of writers) for (let word = 0; word < 5; word++) writer.write()
    for (const person of people)
      await person.sees('what was written just now', doc => timesIn(doc, all()).every(times => times === 1))
  }
  /** What the operator's tools are told of it: people may come in either case. */
  const told = (nodes: string) =>
    expect
      .poll(async () => {
        const asked = await fetch(`${cluster.nodes[0]?.url}/readyz`)
        return [asked.status, (await asked.json()).nodes]
      })
      .toEqual([200, nodes])
  await crosses()
  await told('connected')
  expect(await untold()).toBe(0)
  const troubles = [
    ['stopped', () => cluster.redis.stop(), () => cluster.redis.restart()],
    ['stands still', () => cluster.redis.pause(), () => cluster.redis.resume()],
    ['empty at once', () => cluster.redis.restart(), () => {}],
  ] as const
  for (const [what, begin, end] of troubles) {
    for (const writer of writers) writer.begin(25)
    await begin()
    await crosses()
    if (what === 'stopped') {
      await told('away')
      expect(await untold()).toBeGreaterThan(0)
    }
    await end()
    await crosses()
    if (what === 'stopped') await told('connected')
    for (const writer of writers) writer.stop()
  }
  const bytes = await sameForAll(people)
  expect(new Set(timesIn(people[0]?.doc as never, all()))).toEqual(new Set([1]))
  expect((await storedBoard(cluster, session)).bytes).toBe(bytes)
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([])
  for (const person of people) person.leave()
}, 120_000)

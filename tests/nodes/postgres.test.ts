import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 })
})
afterAll(() => cluster?.remove())

test('[M23] PostgreSQL that restarts, in order or by kill -9, loses nothing that anybody typed or was shown', async () => {
  const { come, session, lead } = await openHall(cluster)
  const people = await Promise.all([0, 1, 0, 1].map((node, index) => come(`Mens ${index}`, node)))
  const writers = await atOneNote(people)
  const words = () => writers.flatMap(writer => writer.words)
  for (const end of [cluster.postgres.stop, cluster.postgres.kill]) {
    const before = words().length
    for (const writer of writers) writer.begin(25)
    await people[0]?.sees('some more', () => words().length > before + 60)
    await end()
    const seen = words().filter((_, at) => timesIn(people[1]?.doc as never, words())[at] === 1)
    const typed = words().length
    await people[0]?.sees('nothing, while more is typed', () => words().length > typed + 20)
    await expect(lead.command({ type: 'movePhase', to: 'order' })).rejects.toThrow(/503/)
    await cluster.postgres.restart()
    for (const writer of writers) writer.stop()
    const bytes = await sameForAll(people)
    const stored = await storedBoard(cluster, session)
    expect(stored.bytes).toBe(bytes)
    expect(new Set(timesIn(people[0]?.doc as never, words()))).toEqual(new Set([1]))
    expect(seen.length).toBeGreaterThan(0)
    await cluster.proxy.sees(2)
  }
  expect((await lead.view()).session.phase).toBe('collect')
  await lead.command({ type: 'movePhase', to: 'order' })
  for (const person of people) person.leave()
}, 120_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { atOneNote, openHall, sameForAll, timesIn } from '#tests/harness/hall.ts'
import { takeNextStep } from '#tests/harness/next-step.ts'
import { storedBoard } from '#tests/harness/stored.ts'
import { Visitor } from '#tests/harness/visitor.ts'

let cluster: Cluster
beforeAll(async () => {
  // What a load balancer needs to notice that a node takes nobody in any more.
  cluster = await startCluster({ nodes: 2, settings: { STOP_NOTICE_SECONDS: '1' } })
})
afterAll(() => cluster?.remove())

test('[M29] nodes are replaced one by one over two versions of the schema, while people write, without a lost edit or a refused command', async () => {
  const { come, session, place, lead } = await openHall(cluster)
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => come(`Mens ${index}`)))
  const leads = new Visitor(place, { session, participant: lead.id, token: lead.token })
  await leads.synced()
  /** A command that is done, whichever node is there to do it. */
  const commands = async () => {
    await leads.command({ type: 'startClock', span: 60_000 })
    await leads.command({ type: 'stopClock' })
  }
  const writers = await atOneNote(people)
  const words = () => writers.flatMap(writer => writer.words)
  /** All that is written from now on by everybody reaches everybody. */
  const crosses = async () => {
    const from = words().length
    for (const person of people)
      await person.sees(
        'some of what is written now',
        doc => words().length > from + 40 && timesIn(doc, words().slice(0, from + 40)).every(n => n === 1),
      )
  }
  for (const writer of writers) writer.begin(25)
  await crosses()

  // The first node of the next version brings the database along; those of this version go on.
  await takeNextStep(cluster.postgres.url)
  await crosses()
  await commands()

  for (const node of cluster.nodes) {
    const stopped = node.stop()
    await commands()
    expect(await stopped, node.log()).toBe(0)
    await crosses()
    // Also one of the former version that has to start once more finds its way on the newer schema.
    await node.start()
    await cluster.proxy.sees(2)
    await crosses()
  }
  for (const writer of writers) writer.stop()
  const bytes = await sameForAll([leads, ...people])
  expect(new Set(timesIn(leads.doc, words()))).toEqual(new Set([1]))
  expect((await storedBoard(cluster, session)).bytes).toBe(bytes)
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([])
  for (const person of [leads, ...people]) person.leave()
}, 120_000)

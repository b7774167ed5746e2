import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function session() {
  const { session, lead, join } = await publicSession(server.url)
  const socket = (person: Person, document: string) =>
    RawClient.connect(`${server.url.replace('http', 'ws')}/sync/${session}/${document}?token=${person.token}`)
  return { lead, join, socket }
}

test('[V5] who leads is told who is here on whatever page, once for those who come together, and when they go', async () => {
  const { lead, join, socket } = await session()
  const people = await Promise.all(Array.from({ length: 12 }, (_, index) => join(`Mens ${index}`)))
  const [anna, bram] = people as [Person, Person]
  const leading = await socket(lead, 'board')
  const seen = () => leading.views.at(-1)?.here?.toSorted()
  await expect.poll(seen).toEqual([lead.id])
  // What the coming of the one who leads may still bring.
  await expect.poll(() => leading.views.length).toBeGreaterThan(1)
  const before = leading.views.length
  const sockets = await Promise.all([
    socket(anna, 'statement'),
    socket(bram, 'board'),
    ...people.slice(1).map(person => socket(person, 'statement')),
  ])
  const all = [lead, ...people].map(({ id }) => id).toSorted()
  await expect.poll(seen).toEqual(all)
  // At a busy moment they come within some seconds, and are told of in as many bundles.
  expect(leading.views.length - before, 'bundled').toBeLessThan(people.length / 2)
  expect((await lead.view()).here?.toSorted(), 'asked for').toEqual(all)
  sockets[0]?.close()
  sockets[1]?.close()
  await expect.poll(seen).toEqual(all.filter(id => id !== anna.id))
  for (const each of [leading, ...sockets]) each.close()
})

test('[V5] nobody else is told, nor sent anything when people come and go', async () => {
  const { lead, join, socket } = await session()
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const [leading, watching] = [await socket(lead, 'board'), await socket(anna, 'board')]
  await expect.poll(() => leading.views.at(-1)?.here?.length).toBe(2)
  // What comes of one's own coming has come.
  await expect.poll(() => watching.views.length).toBeGreaterThan(0)
  const before = watching.views.length
  const coming = await socket(bram, 'statement')
  await expect.poll(() => leading.views.at(-1)?.here?.length).toBe(3)
  expect(watching.views.length).toBe(before)
  expect(watching.views.map(({ here }) => here)).toEqual(watching.views.map(() => null))
  expect((await anna.view()).here).toBeNull()
  for (const each of [leading, watching, coming]) each.close()
})

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
  const people = await Promise.all(['Anna', 'Bram', 'Chris'].map(name => join(name)))
  const [anna, bram, chris] = people as [Person, Person, Person]
  const leading = await socket(lead, 'board')
  const seen = () => leading.views.at(-1)?.here?.toSorted()
  await expect.poll(seen).toEqual([lead.id])
  // What the coming of the one who leads may still bring.
  await expect.poll(() => leading.views.length, { timeout: 5000 }).toBeGreaterThan(1)
  const before = leading.views.length
  const sockets = await Promise.all([
    socket(anna, 'statement'),
    socket(bram, 'board'),
    socket(bram, 'statement'),
    socket(chris, 'board'),
  ])
  const all = [lead.id, anna.id, bram.id, chris.id].toSorted()
  await expect.poll(seen, { timeout: 5000 }).toEqual(all)
  // Three came: at a busy moment the second they came in may be two.
  expect(leading.views.length - before, 'bundled').toBeLessThan(3)
  expect((await lead.view()).here?.toSorted(), 'asked for').toEqual(all)
  sockets[0]?.close()
  sockets[1]?.close()
  await expect.poll(seen, { timeout: 5000 }).toEqual([lead.id, bram.id, chris.id].toSorted())
  for (const each of [leading, ...sockets]) each.close()
})

test('[V5] nobody else is told, nor sent anything when people come and go', async () => {
  const { lead, join, socket } = await session()
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const [leading, watching] = [await socket(lead, 'board'), await socket(anna, 'board')]
  await expect.poll(() => leading.views.at(-1)?.here?.length, { timeout: 5000 }).toBe(2)
  const before = watching.views.length
  const coming = await socket(bram, 'statement')
  await expect.poll(() => leading.views.at(-1)?.here?.length, { timeout: 5000 }).toBe(3)
  expect(watching.views.length).toBe(before)
  expect(watching.views.map(({ here }) => here)).toEqual(watching.views.map(() => null))
  expect((await anna.view()).here).toBeNull()
  for (const each of [leading, watching, coming]) each.close()
})

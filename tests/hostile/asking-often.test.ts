import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const many = (count: number, ask: () => Promise<Response>) =>
  Promise.all(Array.from({ length: count }, async () => (await ask()).status))
const of = (statuses: readonly number[], status: number) => statuses.filter(each => each === status).length

test('[H11] one person has the whole board read so often and no more for a while; they may do all else, and others go on', async () => {
  const { session, join } = await publicSession(server.url)
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const digest = (token: string) =>
    fetch(`${server.url}/api/sessions/${session}/digest.txt`, {
      headers: { authorization: `Bearer ${token}` },
    })
  const digests = await many(40, () => digest(anna.token))
  expect(new Set(digests)).toEqual(new Set([200, 503]))
  expect(of(digests, 200)).toBeLessThan(20)
  expect((await digest(bram.token)).status).toBe(200)

  const tell = (token: string, command: object) =>
    fetch(`${server.url}/api/sessions/${session}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: crypto.randomUUID(), command }),
    })
  const appeal = { type: 'appealNote', note: 'nothing-of-that-name', appeal: true }
  const appeals = await many(100, () => tell(anna.token, appeal))
  expect(new Set(appeals)).toEqual(new Set([404, 503]))
  expect(of(appeals, 404)).toBeLessThan(80)
  expect((await tell(anna.token, { type: 'signal', hand: true })).status).toBe(200)
  expect((await tell(bram.token, appeal)).status).toBe(404)
})

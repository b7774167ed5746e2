import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const KEY = 'de sleutel van het huis'
let server: TestServer
beforeAll(async () => {
  server = await startServer(undefined, undefined, undefined, { CREATE_KEY: KEY })
})
afterAll(() => server.remove())

/** From an address of one's own, so that the tries of one test are not another's. */
const post = (path: string, body: unknown, from: string, cookie = '') =>
  fetch(`${server.url}/api${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...(cookie && { cookie }) },
  })
const codeOf = async (answer: Promise<Response>) => {
  const { status, ok, ...rest } = await answer.then(async got => ({
    ...(await got.json()),
    status: got.status,
    ok: got.ok,
  }))
  return ok ? status : rest.code
}
const session = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }

test('[O17] where the operator asks a key, nobody begins a session without it, in whatever way', async () => {
  const from = '203.0.113.1'
  const forged = `mozaiek-create=${'x'.repeat(43)}`
  for (const cookie of ['', forged])
    for (const path of ['/sessions', '/example', '/bring-back'])
      expect(await codeOf(post(path, session, from, cookie))).toBe('key-needed')
  expect(await codeOf(post('/create-key', { key: `${KEY}.` }, from))).toBe('wrong-key')

  const shown = await post('/create-key', { key: KEY }, from)
  const [cookie = ''] = shown.headers.getSetCookie()
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).not.toContain(KEY)
  const [own = ''] = cookie.split(';')
  const made = await post('/sessions', session, from, own)
  expect(made.status).toBe(201)
  expect(await codeOf(post('/example', {}, from, own))).toBe(201)
  // Who comes in needs none.
  const { code } = (await made.json()) as { code: string }
  expect(await codeOf(post('/join', { code, name: 'Gast', partner: null }, '203.0.113.2'))).toBe(201)
}, 60_000)

test('[O17] from one address so many keys are tried and no more for a while; others go on', async () => {
  const tries = Array.from({ length: 14 }, (_, n) =>
    codeOf(post('/create-key', { key: `gok ${n}` }, '203.0.113.3')),
  )
  const said = await Promise.all(tries)
  expect(said.filter(each => each === 'wrong-key')).toHaveLength(10)
  expect(said.filter(each => each === 'too-busy')).toHaveLength(4)
  expect(await codeOf(post('/create-key', { key: KEY }, '203.0.113.3'))).toBe('too-busy')
  expect(await codeOf(post('/create-key', { key: KEY }, '203.0.113.4'))).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { Browser } from './browser.ts'

let server: TestServer
let made: CreateAnswer
beforeAll(async () => {
  server = await startServer()
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  made = await (await new Browser(server.url, '198.51.100.1').post('/api/sessions', body)).json()
})
afterAll(() => server.remove())

const tally = async (tries: readonly Promise<Response>[]) => {
  const counts: Record<string, number> = {}
  for (const answer of await Promise.all(tries)) {
    const code = answer.ok ? 'ok' : (await answer.json()).code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
const many = (n: number, attempt: (n: number) => Promise<Response>) =>
  Array.from({ length: n }, (_, index) => attempt(index))

const join = (browser: Browser, code: string) =>
  browser.post('/api/join', { code, name: 'Gast', partner: null })

test.each([
  [
    'codes',
    (one: Browser, n: number) => one.post('/api/join/look', { code: `AAAAAA${100 + n}` }),
    'wrong-code',
  ],
  ['codes to come in by', (one: Browser, n: number) => join(one, `BBBBBB${100 + n}`), 'wrong-code'],
  [
    'links that lead',
    (one: Browser, n: number) => one.post(`/api/sessions/${made.session}/lead`, { secret: `gok-${n}` }),
    'wrong-secret',
  ],
  ['links to sign', (one: Browser, n: number) => one.get(`/api/sign/een-gok-${n}`), 'wrong-link'],
  [
    'links to sign that are said to be opened',
    (one: Browser, n: number) => one.post(`/api/sign/een-gok-${n}/opened`, {}),
    'wrong-link',
  ],
] as const)(
  '[H15] from one address so many %s are tried and no more for a while; others go on',
  async (what, attempt, wrong) => {
    const guesser = new Browser(server.url, `203.0.113.${what.length}`)
    // One after another in fives: what is under way at once is told together.
    let told: Record<string, number> = {}
    for (let n = 0; n < 100; n += 5) {
      const counts = await tally(many(5, index => attempt(guesser, n + index)))
      told = Object.fromEntries(
        [...new Set([...Object.keys(told), ...Object.keys(counts)])].map(code => [
          code,
          (told[code] ?? 0) + (counts[code] ?? 0),
        ]),
      )
    }
    expect(Object.keys(told).sort()).toEqual(['too-busy', wrong].sort())
    expect(told[wrong]).toBeLessThan(75)
    expect(told['too-busy']).toBeGreaterThan(25)
    // The right one tells nothing either, until it has been quiet for a while.
    expect(await tally([join(guesser, made.code)])).toEqual({ 'too-busy': 1 })
    expect(await tally([join(new Browser(server.url, '203.0.113.200'), made.code)])).toEqual({ ok: 1 })
  },
)

test('[H15] a full hall comes in by one address, with a mistake now and then', async () => {
  const hall = '203.0.113.201'
  const told: Record<string, number> = {}
  for (let n = 0; n < 150; n++) {
    const person = new Browser(server.url, hall)
    if (n % 5 === 0) await join(person, `CCCCCC${100 + n}`)
    for (const [code, count] of Object.entries(await tally([join(person, made.code)])))
      told[code] = (told[code] ?? 0) + count
  }
  expect(told).toEqual({ ok: 150 })
})

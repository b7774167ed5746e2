import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const PER_HOUR = 6
let server: TestServer
beforeAll(async () => {
  server = await startServer(undefined, PER_HOUR)
})
afterAll(() => server.remove())

/** Begins a kick-off as a proxy on this machine hands it on; gives the code of the refusal, or null. */
async function begin(forwarded: string): Promise<string | null> {
  const body = JSON.stringify({ network: 'N', title: 'T', dates: ['2030-03-10'], partners: [] })
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded }
  const answer = await fetch(`${server.url}/api/sessions`, { method: 'POST', headers, body })
  if (answer.status === 201) return null
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await answer.json()) as { code: string; status: number }
  expect(problem.status).toBe(answer.status)
  return problem.code
}

test('[H10] so many sessions are begun in an hour and no more, half of them from one address', async () => {
  const from = async (...addresses: string[]) => {
    const told: (string | null)[] = []
    for (const address of addresses) told.push(await begin(address))
    return told
  }
  // What somebody says of themself before the proxy adds who they are makes no other of them.
  expect(await from('192.0.2.1', '8.8.8.8, 192.0.2.1', '192.0.2.9,192.0.2.1', '192.0.2.1')).toEqual([
    ...[null, null, null],
    'too-many-sessions',
  ])
  // One household has any address of its network.
  expect(await from('2001:db8:1:2::1', '2001:db8:1:2:3:4:5:6', '2001:DB8:1:2::9', '2001:db8:1:2::a')).toEqual(
    [...[null, null, null], 'too-many-sessions'],
  )
  // By now so many were begun that nobody begins another, the made-up one of the home page neither.
  expect(await begin('198.51.100.7')).toBe('too-many-sessions')
  const example = await fetch(`${server.url}/api/example`, { method: 'POST' })
  expect([example.status, (await example.json()).code]).toEqual([429, 'too-many-sessions'])
})

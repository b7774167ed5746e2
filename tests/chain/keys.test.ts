import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function rotate(...args: string[]): Promise<void> {
  const script = new URL('../../scripts/rotate-key.ts', import.meta.url).pathname
  execFileSync(process.execPath, [script, ...args], { env: { ...process.env, DATA_DIR: server.folder } })
  await server.stop()
  await server.restart()
}

test('[O9] keys for tokens are renewed without putting anybody out, and the former one can go when all have come by', async () => {
  const body = JSON.stringify({ network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] })
  const post = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  const made = await fetch(`${server.url}/api/sessions`, post)
  const { session, token } = (await made.json()) as { session: string; token: string }
  const view = (init: RequestInit) => fetch(`${server.url}/api/sessions/${session}/view`, init)
  const bearer = (shown: string) => view({ headers: { authorization: `Bearer ${shown}` } })
  const name = `mozaiek-${session}`
  const cookie = async (shown: string) => {
    const answer = await view({ headers: { cookie: `${name}=${shown}` } })
    expect(answer.status).toBe(200)
    const set = answer.headers.getSetCookie().find(each => each.startsWith(`${name}=`)) ?? ''
    return set === '' || set.includes('; HttpOnly') ? (/=([^;]+)/.exec(set)?.[1] ?? null) : 'open to scripts'
  }

  await rotate()
  const quiet = await bearer(token)
  expect([quiet.status, quiet.headers.getSetCookie()]).toEqual([200, []])
  const renewed = await cookie(token)
  expect(renewed).toMatch(new RegExp(`^${token.split('.')[0]}\\.`))
  expect(renewed).not.toBe(token)
  // Once it is by the newest key it stays as it is.
  expect(await cookie(renewed ?? '')).toBeNull()

  await rotate('--drop-former')
  expect((await bearer(token)).status).toBe(401)
  expect((await bearer(renewed ?? '')).status).toBe(200)
})

test('[O9] a key that was leaked is dropped with what it signed, and the next one holds', async () => {
  const body = JSON.stringify({ network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] })
  const post = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  const { session, token, facilitatorLink } = await (await fetch(`${server.url}/api/sessions`, post)).json()
  await rotate()
  await rotate('--drop-former')
  const view = (shown: string) =>
    fetch(`${server.url}/api/sessions/${session}/view`, { headers: { authorization: `Bearer ${shown}` } })
  expect((await view(token)).status).toBe(401)
  // Who leads has their link still.
  const lead = { ...post, body: JSON.stringify({ secret: new URL(facilitatorLink).hash.slice(1) }) }
  const again = await (await fetch(`${server.url}/api/sessions/${session}/lead`, lead)).json()
  expect((await view(again.token)).status).toBe(200)
})

import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentOf, inDatabase } from '#tests/harness/installation.ts'
import { startPostgres } from '#tests/harness/postgres.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function rotate(...args: string[]): Promise<void> {
  const script = new URL('../../scripts/rotate-key.ts', import.meta.url).pathname
  execFileSync(process.execPath, [script, ...args], {
    env: { ...process.env, ...environmentOf(server) },
  })
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

test('[O9] over several nodes a key is taken everywhere before it signs anywhere', async () => {
  const body = JSON.stringify({ network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] })
  const post = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
  const made = await fetch(`${server.url}/api/sessions`, post)
  const { session, token, code } = (await made.json()) as { session: string; token: string; code: string }
  const known = async (url: string, shown: string) =>
    (await fetch(`${url}/api/sessions/${session}/view`, { headers: { authorization: `Bearer ${shown}` } }))
      .status
  await rotate('--announce')
  expect(await known(server.url, token)).toBe(200)

  // Another node, which was started after that and knows nothing of what comes.
  await server.stop()
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-other-node-'))
  cpSync(server.folder, folder, { recursive: true })
  await server.restart()
  const other = await startServer(folder, undefined, undefined, { DATABASE_URL: server.database ?? '' })
  try {
    await rotate()
    const joined = await fetch(`${server.url}/api/join`, {
      ...post,
      body: JSON.stringify({ code, name: 'Gast', partner: null }),
    })
    expect(joined.status).toBe(201)
    // What this node signs now, for somebody whom the other knows as well.
    const [kept] = await inDatabase(server, sql =>
      sql("SELECT value FROM installation WHERE name = 'token-key'"),
    )
    const key = String(kept?.value).split(',')[0] as string
    const lead = token.split('.')[0] as string
    const byNew = `${lead}.${createHmac('sha256', key).update(`participant\n${session}\n${lead}`).digest('base64url')}`
    expect(byNew).not.toBe(token)
    expect(await known(other.url, byNew)).toBe(200)
    expect(await known(server.url, byNew)).toBe(200)
    expect(await known(server.url, token)).toBe(200)
  } finally {
    await other.remove()
  }
}, 60_000)

test('[O9] keys are renewed in a PostgreSQL as well', async () => {
  const postgres = await startPostgres()
  const node = await startServer(undefined, undefined, undefined, { DATABASE_URL: postgres.url })
  try {
    const body = JSON.stringify({
      network: 'Netwerk',
      title: 'Kick-off',
      dates: ['2030-03-10'],
      partners: [],
    })
    const post = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    const { session, token } = await (await fetch(`${node.url}/api/sessions`, post)).json()
    const known = async () =>
      (
        await fetch(`${node.url}/api/sessions/${session}/view`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status
    const renew = async (...args: string[]) => {
      const script = new URL('../../scripts/rotate-key.ts', import.meta.url).pathname
      execFileSync(process.execPath, [script, ...args], {
        env: { ...process.env, DATABASE_URL: postgres.url },
      })
      await node.stop()
      await node.restart()
    }
    await renew()
    expect(await known()).toBe(200)
    await renew('--drop-former')
    expect(await known()).toBe(401)
  } finally {
    await node.remove()
    await postgres.remove()
  }
}, 60_000)

import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let session: string
let token: string
let participant: string
beforeAll(async () => {
  server = await startServer()
  const body = JSON.stringify({ network: 'N', title: 'T', dates: ['2026-03-10'], partners: [] })
  const response = await fetch(`${server.url}/api/sessions`, { method: 'POST', body })
  ;({ session, token, participant } = await response.json())
})
afterAll(() => server.remove())

/** The status that a socket is refused with, or 'open'. */
function knock(path: string, headers: Record<string, string> = {}): Promise<number | 'open'> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers })
    socket.on('open', () => resolve('open'))
    socket.on('open', () => socket.terminate())
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', reject)
  })
}
const cookie = () => `mozaiek-${session}=${token}`

it('takes a socket with a token, or with the cookie from a page of our own', async () => {
  expect(await knock(`/sync/${session}/board?token=${token}`)).toBe('open')
  expect(await knock(`/sync/${session}/board`, { cookie: cookie(), origin: server.url })).toBe('open')
})

it('refuses a socket from a page of somebody else, whatever it carries', async () => {
  const origin = 'http://elsewhere.test'
  expect(await knock(`/sync/${session}/board`, { cookie: cookie(), origin })).toBe(403)
  expect(await knock(`/sync/${session}/board?token=${token}`, { origin })).toBe(403)
})

it('refuses a socket without a token, with a forged one, and for a document that is not there', async () => {
  expect(await knock(`/sync/${session}/board`)).toBe(401)
  expect(await knock(`/sync/${session}/board`, { cookie: cookie() })).toBe(401)
  expect(await knock(`/sync/${session}/board?token=${token}x`)).toBe(401)
  expect(await knock(`/sync/${session}/elsewhere?token=${token}`)).toBe(404)
})

it('refuses a socket that brings the edits of another than the token names', async () => {
  const [path, proof] = [`/sync/${session}/board`, { cookie: cookie(), origin: server.url }]
  expect(await knock(`${path}?as=${participant}`, proof)).toBe('open')
  expect(await knock(`${path}?as=somebody-else`, proof)).toBe(403)
})

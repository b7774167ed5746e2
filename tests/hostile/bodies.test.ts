import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CreateAnswer, ExampleAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const MEGABYTE = 1024 * 1024

/** Sends a body without saying how long it will be, until there is an answer or `most` bytes went. */
function pour(path: string, most: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const asked = request(new URL(path, server.url), { method: 'POST', headers })
    let sent = 0
    let answered = false
    const pourOn = () => {
      while (!answered && sent < most) {
        sent += MEGABYTE
        if (!asked.write(Buffer.alloc(MEGABYTE, ' '))) return void asked.once('drain', pourOn)
      }
      asked.end()
    }
    asked.on('response', response => {
      answered = true
      response.resume()
      resolve({ status: response.statusCode ?? 0, sent })
      asked.destroy()
    })
    asked.on('error', reject)
    pourOn()
  })
}

test('[H6] a body is read no further than it may be long, of whoever it comes', async () => {
  const token = 'nobody-1234567890'
  for (const path of [
    '/api/join',
    '/api/join/look',
    '/api/sessions',
    `/api/sign/${token}`,
    '/api/sessions/session-0001/lead',
  ]) {
    const { status, sent } = await pour(path, 200 * MEGABYTE)
    expect(status, path).toBe(413)
    expect(sent, path).toBeLessThan(100 * MEGABYTE)
  }
})

test('[H8] one person gives so many commands and no more for a while, and others go on', async () => {
  const place = { url: server.url, origin: server.url }
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  const { session, token } = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const other = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const command = async (of: { session: string; token: string }) => {
    const headers = { authorization: `Bearer ${of.token}`, 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: '{}' }
    return (await fetch(`${server.url}/api/sessions/${of.session}/commands`, sent)).status
  }
  const statuses = await Promise.all(Array.from({ length: 300 }, () => command({ session, token })))
  expect(new Set(statuses)).toEqual(new Set([422, 503]))
  expect(statuses.filter(status => status === 422).length).toBeLessThan(200)
  expect(await command(other)).toBe(422)
})

test('[H9] so many files are read to be checked at once and no more, and others when those are done', async () => {
  const verify = async () => (await fetch(`${server.url}/api/verify`, { method: 'POST', body: 'x' })).status
  const headers = { 'transfer-encoding': 'chunked' }
  const slow = Array.from({ length: 8 }, () => {
    const asked = request(new URL('/api/verify', server.url), { method: 'POST', headers })
    asked.on('error', () => {})
    asked.write('a file that does not end')
    return asked
  })
  await expect.poll(verify).toBe(503)
  for (const asked of slow) asked.destroy()
  await expect.poll(verify).toBe(200)
})

test('[H28] who goes away in the middle of a question or an answer is no error of the server’s', async () => {
  const left = await startServer()
  const began: ExampleAnswer = await (await fetch(`${left.url}/api/example`, { method: 'POST' })).json()
  const code = new URL(began.joinLink, left.url).searchParams.get('code')
  const body = JSON.stringify({ code, name: 'Bo', partner: null })
  const joined: JoinAnswer = await (await fetch(`${left.url}/api/join`, { method: 'POST', body })).json()
  const headers = { authorization: `Bearer ${joined.token}`, 'content-length': '100000' }
  const open = (path: string, method: string) => {
    const asked = request(new URL(path, left.url), {
      method,
      headers: method === 'POST' ? headers : { authorization: headers.authorization },
    })
    asked.on('error', () => {})
    return asked
  }
  const sending = ['/api/verify', '/api/bring-back', '/api/join'].map(path => open(path, 'POST'))
  for (const asked of sending) await new Promise(written => asked.write('{"code"', written))
  const reading = open(`/api/sessions/${joined.session}/mosaic.svg`, 'GET')
  reading.end()
  // The first of a large answer came; the rest has nowhere to go.
  const [answer] = (await once(reading, 'response')) as [IncomingMessage]
  await once(answer, 'readable')
  for (const asked of [reading, ...sending]) asked.destroy()
  // What it stops with is all that it told.
  expect(await left.stop()).toBe(0)
  expect(left.log()).not.toContain('"level":"error"')
  await left.remove()
})

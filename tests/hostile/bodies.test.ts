import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

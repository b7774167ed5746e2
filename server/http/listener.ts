import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { isGone } from './gone.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Answers one request of Node's server by a handler of web requests. Rejects when the answer can't be sent, but not where nobody waits for it
 * any more.
 */
export async function answerWith(
  fetch: Fetch,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(webRequest(request))
  if (response.destroyed) return
  const headers = new Map<string, string | string[]>(answer.headers)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) headers.set('set-cookie', cookies)
  response.setHeaders(headers as Map<string, string | string[]>)
  response.statusCode = answer.status
  if (answer.body && request.method !== 'HEAD')
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(error => {
      if (!isGone(error)) throw error
    })
  else response.end()
}

function webRequest(request: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headersDistinct))
    for (const each of value ?? []) headers.append(name, each)
  // A target that is no path means none of ours.
  const asked = request.url ?? '/'
  const url = new URL(asked.startsWith('/') && !asked.startsWith('//') ? asked : '/', 'http://localhost')
  const method = request.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = Readable.toWeb(request) as unknown as BodyInit
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
}

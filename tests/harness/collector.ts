import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as a collector gets it. */
export type GotSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: { stringValue?: string; intValue?: string } }[]
  status: { code: number }
}

/** A collector of traces that keeps what it was sent (OTLP over HTTP, JSON), on this machine. */
export async function startCollector() {
  const bodies: string[] = []
  const spans: GotSpan[] = []
  const headers: (string | undefined)[] = []
  let told = () => {}
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    headers.push(request.headers.authorization)
    response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' })
    response.end('{}')
    bodies.push(body)
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans)
    told()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    spans,
    headers,
    /** Resolves with the first span that is meant, once it is there. */
    async span(meant: (span: GotSpan) => boolean): Promise<GotSpan> {
      for (;;) {
        const found = spans.find(meant)
        if (found) return found
        await new Promise<void>(resolve => {
          told = resolve
        })
      }
    },
    async stop(): Promise<void> {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

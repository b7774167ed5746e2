import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { ask, makingOf } from '#server/example/person.ts'
import { createLog } from '#server/log.ts'
import { createOtlpExporter } from '#server/tracing/otlp.ts'
import { routeOf } from '#server/tracing/route.ts'
import { readTraceparent } from '#server/tracing/trace.ts'
import { createTracer, type Span } from '#server/tracing/tracer.ts'
import { startCollector } from '#tests/harness/collector.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT = '00f067aa0ba902b7'
let collector: Awaited<ReturnType<typeof startCollector>>
let server: TestServer
beforeAll(async () => {
  collector = await startCollector()
  server = await startServer(undefined, undefined, undefined, {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20voor-de-verzamelaar',
  })
})
afterAll(async () => {
  await server.remove()
  await collector.stop()
})

test('[O23] spans of requests, commands and ticks reach a collector, in the trace that was named, without a name, a word, a code or a link', async () => {
  const { lead, session, code, join } = await publicSession(server.url, ['Gemeente Geheim'])
  const person = await join('Wilhelmina Geheim')
  addNote(await person.look('board'), makingOf(person), {
    bouwsteen: 'waarde',
    order: 1,
    text: 'geheime woorden op een briefje',
  })
  // There before the phase goes on, which takes no more notes.
  await lead.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${lead.token}` }
  const told = (command: object, more = {}) =>
    fetch(`${server.url}/api/sessions/${session}/commands`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify({ key: crypto.randomUUID(), command }),
    })
  await told({ type: 'movePhase', to: 'order' }, { traceparent: `00-${TRACE}-${PARENT}-01` })
  await told({ type: 'forgetMe' })
  await fetch(`${server.url}/api/sign/een-geheime-link-die-niemand-kent?q=geheim`)

  const request = await collector.span(({ traceId, kind }) => traceId === TRACE && kind === 2)
  expect(request).toMatchObject({ parentSpanId: PARENT, name: 'POST /api/sessions/*/commands' })
  const command = await collector.span(({ traceId, kind }) => traceId === TRACE && kind === 1)
  expect(command).toMatchObject({ parentSpanId: request.spanId, name: 'command movePhase' })
  expect(BigInt(command.endTimeUnixNano)).toBeGreaterThan(BigInt(command.startTimeUnixNano))
  expect(BigInt(request.startTimeUnixNano)).toBeLessThanOrEqual(BigInt(command.startTimeUnixNano))
  const refused = await collector.span(({ name }) => name === 'command forgetMe')
  expect(refused.attributes).toContainEqual({ key: 'refusal', value: { stringValue: 'lead-stays' } })
  const tick = await collector.span(({ name }) => name === 'tick')
  expect(tick.attributes).toEqual([{ key: 'updates', value: { intValue: expect.stringMatching(/^[1-9]/) } }])
  await collector.span(({ name }) => name === 'GET /api/sign/*')

  // What waits is sent before it ends.
  await ask({ url: server.url, origin: server.url }, '/api/beginning')
  await server.stop()
  expect(collector.spans.map(({ name }) => name)).toContain('GET /api/beginning')
  const all = collector.bodies.join('\n')
  const plain = code.replaceAll('-', '')
  for (const secret of ['eheim', plain, code, lead.token, person.id, 'briefje'])
    expect(all.includes(secret), secret).toBe(false)
  expect(new Set(collector.headers)).toEqual(new Set(['Bearer voor-de-verzamelaar']))
  await server.restart()
}, 60_000)

test('[O24] a collector that takes nothing costs nobody anything, and is told of once', async () => {
  await collector.stop()
  const lines: string[] = []
  const log = createLog('warn', line => lines.push(line))
  const exporter = createOtlpExporter({ endpoint: collector.url, headers: {}, service: 'x' }, log)
  const span: Span = {
    ...{ trace: TRACE, span: PARENT, sampled: true, parent: null, name: 'tick', asked: false },
    ...{ start: 1, end: 2, attributes: {}, failed: false },
  }
  for (let n = 0; n < 10_000; n++) exporter.take(span)
  await exporter.stop()
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'the collector did not take spans' })
  // And the server that had it goes on.
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  const { lead } = await publicSession(server.url)
  expect((await lead.view()).session.phase).toBe('collect')
})

test('[O25] a line of the log says which trace it is of: the one that the request names, else one of its own', async () => {
  const lines: { trace: string }[] = []
  const log = createLog('info', line => lines.push(JSON.parse(line)))
  const tracer = createTracer(null)
  const seen = createServer((request, response) =>
    tracer.request(request, response, () => {
      void Promise.resolve().then(() => {
        log('info', 'under way')
        response.end()
      })
    }),
  ).listen(0, '127.0.0.1')
  await once(seen, 'listening')
  const url = `http://127.0.0.1:${(seen.address() as AddressInfo).port}`
  const headers = ['', 'rubbish', `00-${'0'.repeat(32)}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01`]
  for (const traceparent of headers) await fetch(url, { headers: traceparent ? { traceparent } : {} })
  seen.closeAllConnections()
  seen.close()
  log('info', 'outside')
  const traces = lines.map(({ trace }) => trace)
  expect(traces).toEqual([...Array(3).fill(expect.stringMatching(/^[0-9a-f]{32}$/)), TRACE, undefined])
  expect(new Set(traces).size).toBe(5)
})

test('[O25] a traceparent is read as W3C Trace Context says', () => {
  const [trace, span] = [TRACE, PARENT]
  expect(readTraceparent(`00-${TRACE}-${PARENT}-01`)).toEqual({ trace, span, sampled: true })
  expect(readTraceparent(`00-${TRACE}-${PARENT}-00`)).toEqual({ trace, span, sampled: false })
  expect(readTraceparent(`cc-${TRACE}-${PARENT}-03-later`)).toEqual({ trace, span, sampled: true })
  for (const wrong of [
    undefined,
    '',
    `ff-${TRACE}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01-more`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
  ])
    expect(readTraceparent(wrong)).toBeNull()
  expect(routeOf('/AbC-secret/board?token=x')).toBe('/*/board')
  expect(routeOf('/_next/static/chunks/a.js')).toBe('/_next/*')
  expect(routeOf('/')).toBe('/')
})

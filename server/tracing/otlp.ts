import type { Log } from '#server/log.ts'
import type { Attributes, Exporter, Span } from './tracer.ts'

/** Where spans go. `endpoint`: as in OTEL_EXPORTER_OTLP_ENDPOINT, without `/v1/traces`. */
export type Collector = { endpoint: string; headers: Record<string, string>; service: string }

/** Sent as soon as so many wait, or the first has waited so long, in ms. */
const BATCH = 256
const PATIENCE_MS = 2000
/** Most that wait; more are dropped, and counted: telling must never cost people anything. */
const WAITING_MAX = 4096
/** How long a collector may take, in ms. */
const ANSWER_MS = 5000
/** That it takes nothing is said once in so long, in ms. */
const SAID_EVERY = 60_000

const nanos = (ms: number): string => (BigInt(Math.round(ms * 1000)) * 1000n).toString()
const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(Math.round(value)) } : { stringValue: value },
  }))

/** As OTLP writes a span in JSON: ids in hex, times as texts of nanoseconds. Kind 2 is asked over the network, 1 is within. */
const spanOf = ({ trace, span, parent, name, asked, start, end, attributes, failed }: Span) => ({
  traceId: trace,
  spanId: span,
  ...(parent && { parentSpanId: parent }),
  name,
  kind: asked ? 2 : 1,
  startTimeUnixNano: nanos(start),
  endTimeUnixNano: nanos(end),
  attributes: attributesOf(attributes),
  status: { code: failed ? 2 : 0 },
})

/** Sends spans to a collector by OTLP over HTTP, in JSON. What it doesn't take is dropped. */
export function createOtlpExporter({ endpoint, headers, service }: Collector, log: Log): Exporter {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`
  const resource = { attributes: attributesOf({ 'service.name': service }) }
  let waiting: Span[] = []
  let dropped = 0
  let said = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let sending: Promise<void> | null = null

  async function send(spans: readonly Span[]): Promise<void> {
    const scopeSpans = [{ scope: { name: 'mozaiekbord' }, spans: spans.map(spanOf) }]
    const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] })
    const init = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } }
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null)
    await answer?.body?.cancel()
    if (!answer?.ok) dropped += spans.length
    if (dropped > 0 && performance.now() - said > SAID_EVERY) {
      log('warn', 'the collector did not take spans', {
        count: dropped,
        ...(answer && { status: answer.status }),
      })
      said = performance.now()
      dropped = 0
    }
  }
  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH)
      waiting = waiting.slice(BATCH)
      await send(batch)
    }
  }
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    sending ??= run().finally(() => {
      sending = null
    })
    return sending
  }
  return {
    take(span) {
      if (waiting.length >= WAITING_MAX) {
        dropped++
        return
      }
      waiting.push(span)
      if (waiting.length >= BATCH) void flush()
      else timer ??= setTimeout(() => void flush(), PATIENCE_MS).unref()
    },
    stop: flush,
  }
}

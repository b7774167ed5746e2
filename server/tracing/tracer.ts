import type { IncomingMessage, ServerResponse } from 'node:http'
import { routeOf } from './route.ts'
import { amongPart, newSpan, newTrace, readTraceparent, running, type Trace } from './trace.ts'

/** Ids, codes and numbers; never a name, a text or a secret. */
export type Attributes = Record<string, string | number>
/** Something that was done, from `start` to `end` (ms since 1970, with fractions). */
export type Span = Trace & {
  parent: string | null
  name: string
  /** Whether it was asked over the network. */
  asked: boolean
  start: number
  end: number
  attributes: Attributes
  failed: boolean
}
/** Takes spans for a collector. */
export type Exporter = { take(span: Span): void; stop(): Promise<void> }

export type Tracer = {
  /** Runs the answering of a request; it and all that it does is of one trace: the one that it names, else a new one. */
  request(request: IncomingMessage, response: ServerResponse, work: () => void): void
  /** Runs a piece of work within what is under way. `told`: what it came to. */
  within<T>(name: string, work: () => Promise<T>, told: (done: T) => Attributes): Promise<T>
  /** Tells of what was just done for many at once, and took so many seconds. */
  past(name: string, seconds: number, attributes: Attributes): void
  stop(): Promise<void>
}

const now = (): number => performance.timeOrigin + performance.now()

/** `exporter` null: nothing is told, and the log still says which trace its lines are of. `part`: of all traces that begin here. */
export function createTracer(exporter: Exporter | null, part = 1): Tracer {
  const begin = (parent: Trace | null): Trace => {
    const trace = parent?.trace ?? newTrace()
    // Who asks may keep its trace from being told, and not have more told than we choose.
    return { trace, span: newSpan(), sampled: (parent?.sampled ?? true) && amongPart(trace, part) }
  }
  const tell = (
    own: Trace,
    parent: Trace | null,
    said: Pick<Span, 'name' | 'asked' | 'start' | 'attributes' | 'failed'>,
  ) => {
    if (own.sampled) exporter?.take({ ...own, ...said, parent: parent?.span ?? null, end: now() })
  }
  return {
    request(request, response, work) {
      const parent = readTraceparent(request.headers.traceparent as string | undefined)
      const own = begin(parent)
      if (exporter && own.sampled) {
        const start = now()
        response.once('close', () => {
          const [method, route] = [request.method ?? 'GET', routeOf(request.url)]
          const { statusCode, writableFinished } = response
          const attributes = {
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': statusCode,
          }
          const failed = statusCode >= 500 || !writableFinished
          tell(own, parent, { name: `${method} ${route}`, asked: true, start, attributes, failed })
        })
      }
      running.run(own, work)
    },
    async within(name, work, told) {
      const parent = running.getStore() ?? null
      if (!exporter) return work()
      const own = parent ? { ...parent, span: newSpan() } : begin(null)
      const said = { name, asked: false, start: now() }
      return running.run(own, async () => {
        try {
          const done = await work()
          tell(own, parent, { ...said, attributes: told(done), failed: false })
          return done
        } catch (error) {
          tell(own, parent, { ...said, attributes: {}, failed: true })
          throw error
        }
      })
    },
    past(name, seconds, attributes) {
      if (!exporter) return
      const start = now() - seconds * 1000
      tell(begin(null), null, { name, asked: false, start, attributes, failed: false })
    },
    stop: async () => exporter?.stop(),
  }
}

/** One that tells nobody. */
export const silentTracer: Tracer = createTracer(null)

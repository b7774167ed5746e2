import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { BusState } from '#server/bus/bus.ts'
import { problem } from './problem.ts'
import { bearerIn } from './request.ts'

export type OperationsPorts = {
  /** Whether the store answers and the process takes people in. */
  ready(): Promise<boolean>
  /** Whether other nodes are heard; that they are not keeps nobody from this one. */
  nodes(): BusState
  metrics: { contentType: string; text(): Promise<string> }
  /** Who asks for the figures shows this as a bearer token; null: nobody gets them. */
  metricsToken: string | null
}

export const operationPaths: readonly string[] = ['/healthz', '/readyz', '/metrics']

/** What an operator's tools ask: is it up, may it get people, how is it going. */
export function createOperations({ ready, nodes, metrics, metricsToken }: OperationsPorts): Hono {
  const app = new Hono()
  app.get('/healthz', context => context.json({ status: 'ok' }))
  app.get('/readyz', async context => {
    const fine = await ready().catch(() => false)
    return context.json({ status: fine ? 'ready' : 'not ready', nodes: nodes() }, fine ? 200 : 503)
  })
  app.get('/metrics', async context => {
    const shown = bearerIn(context.req.header('authorization'))
    if (metricsToken === null || shown === null || !equal(shown, metricsToken)) return problem('not-found')
    return context.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
  app.notFound(() => problem('not-found'))
  return app
}

/** By their digests, so that the time it takes tells nothing of where they differ. */
function equal(one: string, other: string): boolean {
  const [a, b] = [one, other].map(text => createHash('sha256').update(text).digest())
  return timingSafeEqual(a as Buffer, b as Buffer)
}

import type { Hono } from 'hono'
import { refused } from '#lib/result.ts'
import { bringBack } from '#server/session/bring-back.ts'
import type { JoiningPorts } from '#server/session/joining.ts'
import type { Papers } from '#server/statement/papers.ts'
import { WorkshopBusy } from '#server/statement/workshop.ts'
import { askedFrom } from './address.ts'
import { problem } from './problem.ts'
import { readBytes, remember } from './request.ts'
import type { SessionRate } from './session-rate.ts'
import { FILE_MAX, READING_MS, unread } from './verify.ts'

/** Files that are read at once: anybody may bring one, as slowly as they like. */
const READINGS_MAX = 4

type Ports = JoiningPorts & { papers: Papers; rate: SessionRate }

/** POST /bring-back: the JSON of a statement becomes its session again, to be read. Only of a file that is whole. */
export function archiveRoute(app: Hono, ports: Ports, secure: boolean): void {
  let readings = 0
  app.post('/bring-back', async context => {
    if (readings >= READINGS_MAX) return problem('too-busy')
    readings++
    const sent = await readBytes(context.req.raw, FILE_MAX, READING_MS).finally(() => readings--)
    if (!sent.ok) return unread(sent.refusal)
    const found = await ports.papers.sessionIn(sent.value).catch(error => {
      if (error instanceof WorkshopBusy) return refused('too-busy' as const)
      throw error
    })
    if (!found.ok) return problem(found.refusal)
    // It begins a session, as others do that are counted.
    if (!ports.rate.take(askedFrom(context), performance.now())) return problem('too-many-sessions')
    const brought = await bringBack(ports, found.value, Buffer.from(sent.value).toString('utf8'))
    remember(context, brought, secure)
    return context.json(brought, 201)
  })
}

import type { Context, Hono } from 'hono'
import { KEPT_DAYS } from '#lib/domain/retention.ts'
import { Refused } from '#server/session/context.ts'
import { gatherOwn, ownData, type Reading } from '#server/session/own-data.ts'
import { present } from '#server/session/present.ts'
import type { Store } from '#server/store/store.ts'
import { PersonRate } from './person-rate.ts'

type Ports = {
  store: Store
  reading: Reading
  keptDays?: number
  asker: (context: Context, session: string) => string
}

/** How often one person may ask at once, and then a second: for each the whole board is read. */
const ASKED = [12, 0.2] as const

/** All that is kept in one's own name, for oneself alone. */
export function ownDataRoute(app: Hono, { store, reading, keptDays = KEPT_DAYS, asker }: Ports): void {
  const rate = new PersonRate(...ASKED)
  app.get('/sessions/:session/mine', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    if (!rate.take(participant, performance.now())) throw new Refused('too-busy')
    const gathered = await store.transaction(session, async tx => {
      const { session: record, actor } = await present(tx, participant)
      return gatherOwn(tx, record, actor, keptDays)
    })
    context.header('cache-control', 'no-store')
    return context.json(ownData(gathered, reading))
  })
}

import { randomUUID } from 'node:crypto'
import type { Log } from '#server/log.ts'
import type { Store } from '#server/store/store.ts'
import type { Bus } from './bus.ts'
import { createLoneBus } from './in-process.ts'
import { createNoBus } from './no-bus.ts'
import { createRedisBus } from './redis.ts'

/** What carries news between nodes: nothing where a file keeps everything, for then there is one node. */
export async function openBus(
  { databaseUrl, redisUrl }: { databaseUrl: string | null; redisUrl: string | null },
  store: Pick<Store, 'installation'>,
  log: Log,
): Promise<Bus> {
  if (databaseUrl === null) return createLoneBus()
  if (redisUrl === null) return createNoBus()
  // Another installation may use the same Redis.
  const installation = await store.installation('bus', async () => randomUUID())
  return createRedisBus({ url: redisUrl, installation, log })
}

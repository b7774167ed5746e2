import { daysLeft, lastDayKept } from '#lib/domain/retention.ts'
import type { Log } from '#server/log.ts'
import type { Store } from '#server/store/store.ts'

type Ports = {
  store: Pick<Store, 'retentions' | 'eraseSession'>
  /** Runs work that takes away what a session has in documents, while nobody can write in them; then its sockets are closed. */
  wipe<T>(session: string, work: () => Promise<T>): Promise<T>
  log: Log
  now(): number
  /** How many days a session is kept where nobody chose otherwise. */
  keptDays: number
}

/**
 * Deletes every session whose last day is over, with all that it has, and leaves nothing of it in the files. What goes wrong with one is told
 * and tried again the next time; the others go all the same.
 */
export async function sweep({ store, wipe, log, now, keptDays }: Ports): Promise<void> {
  for (const { session, chosen, ...over } of await store.retentions()) {
    if (daysLeft(lastDayKept(over, chosen, keptDays), now()) >= 0) continue
    try {
      await wipe(session, () => store.eraseSession(session))
      log('info', 'a session was deleted, for its time was over', { session })
    } catch (error) {
      log('error', 'a session could not be deleted', { session, error })
    }
  }
}

import { type LogEntry, type Store, StoreUnavailable } from '#server/store/store.ts'

/** How long after they came, in ms, updates are still tried by themselves when nothing can be kept: else they are told with the others. */
const TRIED_MAX = 10_000

type Batch = {
  entries: readonly LogEntry[]
  at: number
  done(places: readonly number[]): void
  failed(error: unknown): void
}

/**
 * Writes what all rooms accepted in one tick in one transaction: waiting for the disk costs the same for one update as for a
 * hundred. When that fails each room's part is tried by itself, so that one room's trouble is not the others'.
 */
export class Journal {
  private readonly store: Pick<Store, 'appendUpdates'>
  private waiting: Batch[] = []
  private writing: Batch[] = []

  constructor(store: Pick<Store, 'appendUpdates'>) {
    this.store = store
  }

  /** Resolves with the entries' places in their log when they are durable; rejects when none of them is. */
  append(entries: readonly LogEntry[]): Promise<readonly number[]> {
    return new Promise((done, failed) => {
      this.waiting.push({ entries, at: performance.now(), done, failed })
      // A moment later: rooms that were woken together have all judged by then.
      if (this.waiting.length === 1 && this.writing.length === 0)
        void Promise.resolve().then(() => this.run())
    })
  }

  /** How long the oldest update has been waiting to become durable, in seconds. */
  lag(): number {
    const oldest = this.writing[0] ?? this.waiting[0]
    return oldest ? (performance.now() - oldest.at) / 1000 : 0
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      this.writing = this.waiting
      this.waiting = []
      await this.write(this.writing)
      this.writing = []
    }
  }

  private async write(batches: readonly Batch[]): Promise<void> {
    const failure = await this.attempt(batches)
    if (failure === null) return
    const [only, ...more] = batches
    if (more.length === 0) only?.failed(failure.error)
    else await this.writeEach(batches, failure.error)
  }

  /** Each by itself, after `error` of all. Where nothing can be kept not one after the other without end: who is late is told. */
  private async writeEach(batches: readonly Batch[], error: unknown): Promise<void> {
    let last = error
    for (const batch of batches) {
      const late = performance.now() - batch.at > TRIED_MAX
      const failure = late && last instanceof StoreUnavailable ? { error: last } : await this.attempt([batch])
      if (failure === null) continue
      last = failure.error
      batch.failed(last)
    }
  }

  /** Null when all of them are durable. */
  private async attempt(batches: readonly Batch[]): Promise<{ error: unknown } | null> {
    try {
      const entries = batches.flatMap(batch => batch.entries)
      const places = await this.store.appendUpdates(entries, batches[0]?.at)
      for (const { entries, done } of batches) done(places.splice(0, entries.length))
      return null
    } catch (error) {
      return { error }
    }
  }
}

import type { Replaced, StoredDocument } from '#server/store/store.ts'

/**
 * The log is put together into one state after so many updates, when they take at least this part of what the state took (a
 * large board isn't written anew for a few words), and at the latest after `LOG_MAX`.
 */
const COMPACT_AFTER = 500
const COMPACT_SHARE = 0.25
const LOG_MAX = 4000

/** How long a document's log is, as far as its room wrote and read it. */
export class LogMeasure {
  /** The place of the last update. */
  last = 0
  private rows = 0
  /** Updates since the log was put together, or since that was tried. */
  private updates = 0
  private bytes = 0
  private state = 0

  read({ last, updates }: StoredDocument): void {
    const [state, ...since] = updates
    this.last = last
    this.rows = updates.length
    this.updates = updates.length
    this.bytes = since.reduce((sum, update) => sum + update.byteLength, 0)
    this.state = state?.byteLength ?? 0
  }

  grew(updates: readonly Uint8Array[], last: number): void {
    this.last = last
    this.rows += updates.length
    this.updates += updates.length
    for (const update of updates) this.bytes += update.byteLength
  }

  /** How many bytes who reads the document gets, at most. */
  get size(): number {
    return this.state + this.bytes
  }

  /** It is tried to put one state of this length in the place of all of it. */
  tried(state: number): Replaced {
    this.updates = 1
    this.bytes = 0
    this.state = state
    return { last: this.last, updates: this.rows }
  }

  /** A state has taken the place of that. */
  putTogether({ updates }: Replaced): void {
    this.rows -= updates - 1
  }

  get isLong(): boolean {
    return this.updates > LOG_MAX || (this.updates > COMPACT_AFTER && this.bytes > COMPACT_SHARE * this.state)
  }

  get isOne(): boolean {
    return this.updates <= 1
  }
}

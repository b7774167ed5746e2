import type { Replaced, StoredDocument } from '#server/store/store.ts'

/**
 * The log is put together into one state after so many updates, when they take at least this part of what the state took (a
 * large board isn't written anew for a few words), and at the latest after `LOG_MAX`.
 */
const COMPACT_AFTER = 500
const COMPACT_SHARE = 0.25
const LOG_MAX = 4000

/** How long a document's log is at most, as far as its room wrote and read it: another node may have put it together. */
export class LogMeasure {
  /** In which life of the document it is. */
  life = 0
  /** The place of the last update that is known here, with all before it. */
  last = 0
  /** How many bytes it takes, with what is being written. */
  size = 0
  private rows = 0
  /** Updates since the log was put together, or since that was tried. */
  private updates = 0
  /** How many of the bytes are those of the state that it begins with. */
  private state = 0

  read({ life, last, updates }: StoredDocument): void {
    this.life = life
    this.last = last
    this.rows = updates.length
    this.updates = updates.length
    this.size = updates.reduce((sum, update) => sum + update.byteLength, 0)
    this.state = updates[0]?.byteLength ?? 0
  }

  grew(updates: number, last: number): void {
    this.last = last
    this.rows += updates
    this.updates += updates
  }

  /** It is tried to put one state of this length in the place of all of it. */
  tried(state: number): Replaced {
    this.updates = 1
    this.size = state
    this.state = state
    return { life: this.life, last: this.last, updates: this.rows }
  }

  /** A state has taken the place of that. */
  putTogether({ updates }: Replaced): void {
    this.rows -= updates - 1
  }

  get isLong(): boolean {
    const since = this.size - this.state
    return this.updates > LOG_MAX || (this.updates > COMPACT_AFTER && since > COMPACT_SHARE * this.state)
  }

  get isOne(): boolean {
    return this.updates <= 1
  }
}

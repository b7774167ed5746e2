import * as Y from 'yjs'
import type { Placed } from '#server/store/store.ts'
import { LiveDocument } from './live-document.ts'
import { LogMeasure } from './log-measure.ts'
import type { Meter } from './meter.ts'
import { overlap } from './overlap.ts'
import type { RoomStore } from './room-ports.ts'

type Known = { life: number; last: number; frozen: string | null }
type Owners = Iterable<readonly [number, string]>

/** A document's log, which several nodes write, and how far this one has it in memory. Shows nobody anything. */
export class FollowedLog {
  readonly live = new LiveDocument()
  readonly measure = new LogMeasure()
  private readonly store: RoomStore
  private readonly meter: Meter
  private compacting: Promise<void> | null = null

  constructor(store: RoomStore, meter: Meter) {
    this.store = store
    this.meter = meter
  }

  get known(): Known {
    return { life: this.measure.life, last: this.measure.last, frozen: this.live.frozen }
  }

  /** Reads all of it, and gives what it consists of. */
  async load(): Promise<readonly Uint8Array[]> {
    const stored = await this.store.load()
    this.live.read(stored)
    if (stored.damaged > 0) this.meter.damaged(stored.damaged)
    this.measure.read(stored)
    return stored.updates
  }

  /** Puts in what joins on to what is known, or is known already, and gives what was new of it; null: nothing. */
  takeIn(updates: readonly Placed[], owners: Owners): Uint8Array | null {
    for (const { place, update } of updates) {
      this.measure.size += update.byteLength
      if (place > this.measure.last) this.measure.grew(1, place)
    }
    return this.live.takeIn(
      updates.map(({ update }) => update),
      owners,
    )
  }

  /** Takes in what the log has behind what is known, and gives what was new. `anew`: the document began anew, or takes writes again. */
  async readOn(): Promise<{ anew: boolean; news: Uint8Array | null; frozen: string | null }> {
    const { life, last, frozen } = this.known
    const tail = await this.store.since(last)
    const anew = tail.life !== life || tail.last < last || (frozen !== null && tail.frozen === null)
    if (anew) return { anew, news: null, frozen: null }
    this.meter.missed(tail.updates.length)
    const news = tail.updates.length > 0 ? this.takeIn(tail.updates, tail.owners) : null
    return { anew, news, frozen: tail.frozen }
  }

  /**
   * Takes in what other nodes appended before place `first`, where `own` was appended, which is applied here already; gives what was new.
   * Null when the log has to be read from its beginning: an update of theirs brings the same as one of these.
   */
  async takeMissed(first: number, own: readonly Uint8Array[]): Promise<{ news: Uint8Array | null } | null> {
    const { life, last } = this.known
    const tail = await this.store.since(last)
    const missed = tail.updates.filter(({ place }) => place < first)
    const whole = tail.life === life && missed.length === first - last - 1
    if (!whole || missed.some(({ update }) => own.some(each => overlap(update, each)))) return null
    this.meter.missed(missed.length)
    return { news: this.takeIn(missed, tail.owners) }
  }

  /**
   * Reads all of it once more. Gives what it consists of, and what lies behind that which was known, in its order. `anew`: as `readOn`.
   */
  async reload(): Promise<{ anew: boolean; stored: readonly Uint8Array[]; behind: Uint8Array[] }> {
    const { life, last, frozen } = this.known
    const stored = await this.load()
    const now = this.known
    const anew = now.life !== life || (frozen !== null && now.frozen === null)
    if (anew || now.last <= last) return { anew, stored, behind: [] }
    const { updates, owners } = await this.store.since(last)
    const later = updates.filter(({ place }) => place > now.last)
    if (later.length > 0) this.takeIn(later, owners)
    return { anew, stored, behind: updates.map(({ update }) => update) }
  }

  /** Writes the log anew as one state. While that goes on whoever asks for it waits for the same. */
  compact(): Promise<void> {
    this.compacting ??= this.putTogether().finally(() => {
      this.compacting = null
    })
    return this.compacting
  }

  private async putTogether(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.live.doc)
    const replaced = this.measure.tried(state.byteLength)
    await this.store.compact(state, replaced)
    this.measure.putTogether(replaced)
  }
}

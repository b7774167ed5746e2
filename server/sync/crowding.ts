import * as Y from 'yjs'
import { end, type Struct } from './decoded.ts'

/** What a struct lies in: the item of a type, or a root by its name. */
export type Holder = Struct | string
/** Where one new item says that it goes. */
export type Landing = { item: Y.Item; holder: Holder; key: string | null }
/** The document, and the structs of the update, as far as the place of an item needs them. */
export type Surroundings = {
  doc: Y.Doc
  known(client: number): number
  find(id: Y.ID): Struct
}

/** Where something stands directly after: a letter or value, or (null) the beginning of a list. */
type Spot = { before: Y.ID | null; landing: Landing }

/**
 * Counts what Yjs will go past to find a place for new items. What lies directly between its two neighbours costs it nothing; what
 * claims neighbours that others have come between makes it look at those one by one. A client that makes thousands of such claims
 * beside thousands of structs would stop every reader for minutes.
 *
 * An item whose neighbours are next to each other here stays free in whatever order Yjs takes the structs: whatever else lands
 * between them names it, so it comes later. Everything else is counted as the whole of its list.
 */
export class Crowding {
  /** How many items Yjs looks at, at most. */
  steps = 0
  private readonly around: Surroundings
  private readonly limit: number
  /** What stands right of a spot by now, when this update changed it. */
  private readonly right = new Map<Holder, Map<string, Y.ID | null>>()
  /** Spots behind which somebody was laid without lying next to it. */
  private readonly crowded = new Map<Holder, Set<string>>()
  private readonly lengths = new Map<Holder, Map<string | null, number>>()
  private landed = 0

  /** Counts a list no further than `limit`. */
  constructor(around: Surroundings, limit: number) {
    this.around = around
    this.limit = limit
  }

  /** Takes the next item of the update; `only`: there is no other. */
  add(landing: Landing, only: boolean): void {
    const { item } = landing
    this.landed++
    const spot: Spot = { before: item.origin, landing }
    if (only) {
      if (!same(this.rightInDocument(spot), item.rightOrigin)) this.steps = this.lengthOf(landing)
      return
    }
    const name = nameOf(spot)
    const free =
      same(this.rightOf(spot, name), item.rightOrigin) && !this.crowded.get(landing.holder)?.has(name)
    if (!free) {
      this.steps += this.lengthOf(landing) + this.landed
      const names = this.crowded.get(landing.holder)
      if (names) names.add(name)
      else this.crowded.set(landing.holder, new Set([name]))
    }
    this.put(landing.holder, name, item.id)
    const last = Y.createID(item.id.client, end(item) - 1)
    this.put(landing.holder, nameOf({ before: last, landing }), item.rightOrigin)
  }

  private put(holder: Holder, name: string, id: Y.ID | null): void {
    const had = this.right.get(holder)
    if (had) had.set(name, id)
    else this.right.set(holder, new Map([[name, id]]))
  }

  /** What stands right of a spot; undefined when that isn't known. */
  private rightOf(spot: Spot, name: string): Y.ID | null | undefined {
    const changed = this.right.get(spot.landing.holder)?.get(name)
    return changed === undefined ? this.rightInDocument(spot) : changed
  }

  private rightInDocument({ before, landing }: Spot): Y.ID | null | undefined {
    if (!before) return this.firstOf(landing)
    const item = this.around.find(before)
    if (before.clock < end(item) - 1) return Y.createID(before.client, before.clock + 1)
    // What this update brings and hasn't been laid yet has nothing beside it that we know of.
    if (!(item instanceof Y.Item) || before.clock >= this.around.known(before.client)) return undefined
    return item.right?.id ?? null
  }

  private firstOf({ item, holder, key }: Landing): Y.ID | null | undefined {
    const type = this.typeOf(holder)
    if (!type) return null
    if (key === null) return type._start?.id ?? null
    if (!type._map.has(key)) return null
    const right = item.rightOrigin && this.around.find(item.rightOrigin)
    const leftmost = right instanceof Y.Item && right.left === null && right.parent === type
    return leftmost ? right.id : undefined
  }

  /** The type as the document holds it; null for one that the update brings. */
  private typeOf(holder: Holder): Y.AbstractType<unknown> | null {
    if (typeof holder === 'string') return (this.around.doc.share.get(holder) as never) ?? null
    if (holder.id.clock >= this.around.known(holder.id.client)) return null
    return holder instanceof Y.Item && holder.content instanceof Y.ContentType ? holder.content.type : null
  }

  /** How many items the document has in this list, those deleted among them. */
  private lengthOf({ holder, key }: Landing): number {
    const lists = this.lengths.get(holder) ?? new Map<string | null, number>()
    this.lengths.set(holder, lists)
    const had = lists.get(key)
    if (had !== undefined) return had
    const type = this.typeOf(holder)
    let length = 0
    let at = (key === null ? type?._start : type?._map.get(key)) ?? null
    for (; at && length < this.limit; at = key === null ? at.right : at.left) length++
    lists.set(key, length)
    return length
  }
}

const same = (one: Y.ID | null | undefined, other: Y.ID | null): boolean =>
  one !== undefined && Y.compareIDs(one, other)

const nameOf = ({ before, landing }: Spot): string =>
  before ? `${before.client}:${before.clock}` : `in ${landing.key ?? ''}`

import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

type Ranges = ReadonlyMap<number, readonly { clock: number; len: number }[]>
type Clocks = ReadonlyMap<number, number>
/** What the server has yet to show of an edit: structs up to these clocks, and these deletions. */
type Waiting<T> = { edit: T; upTo: Clocks; deletes: Ranges }

const syncStep1 = 0

/**
 * The edits of one document that the server has not shown back yet, in their order: those of this page and those that this device
 * kept from before. It shows an edit only when it is stored, so what is not in here any more can't be lost.
 */
export class Pending<T> {
  private waiting: Waiting<T>[] = []
  /** The same list until something changes, for who compares. */
  private listed: T[] = []
  private readonly listeners = new Set<() => void>()

  get count(): number {
    return this.waiting.length
  }

  get edits(): T[] {
    return this.listed
  }

  /** Counts an update as waiting, under what it is known by. */
  sent(update: Uint8Array, edit: T): void {
    const { to } = Y.parseUpdateMeta(update)
    this.waiting.push({ edit, upTo: to, deletes: Y.decodeUpdate(update).ds.clients })
    this.tell()
  }

  /** Counts an edit no longer: it became part of another. */
  drop(edit: T): void {
    this.waiting = this.waiting.filter(each => each.edit !== edit)
    this.tell()
  }

  /**
   * Takes note of a sync message of the server's, before it is applied: its state vector, or edits. Gives the edits that wait no
   * longer.
   */
  heard(decoder: decoding.Decoder): T[] {
    if (this.waiting.length === 0) return []
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === syncStep1) return this.settle(Y.decodeStateVector(content), new Map())
    return this.settle(Y.parseUpdateMeta(content).to, Y.decodeUpdate(content).ds.clients)
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private settle(known: Clocks, deletes: Ranges): T[] {
    const settled: T[] = []
    this.waiting = this.waiting.flatMap(each => {
      const upTo = new Map([...each.upTo].filter(([client, clock]) => (known.get(client) ?? 0) < clock))
      const rest = { edit: each.edit, upTo, deletes: without(each.deletes, deletes) }
      if (upTo.size + rest.deletes.size > 0) return [rest]
      settled.push(each.edit)
      return []
    })
    if (settled.length > 0) this.tell()
    return settled
  }

  private tell(): void {
    this.listed = this.waiting.map(({ edit }) => edit)
    for (const listener of this.listeners) listener()
  }
}

/** The parts of deleted ranges that `known` doesn't cover. */
function without(ranges: Ranges, known: Ranges): Ranges {
  const left = [...ranges].flatMap(([client, items]) => {
    const rest = (known.get(client) ?? []).reduce(minus, items)
    return rest.length > 0 ? [[client, rest] as const] : []
  })
  return new Map(left)
}

type Range = { clock: number; len: number }
function minus(ranges: readonly Range[], { clock, len }: Range): readonly Range[] {
  const stop = clock + len
  return ranges.flatMap(range => {
    const end = range.clock + range.len
    if (stop <= range.clock || end <= clock) return [range]
    const before = { clock: range.clock, len: clock - range.clock }
    const after = { clock: stop, len: end - stop }
    return [before, after].filter(part => part.len > 0)
  })
}

import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

type Ranges = ReadonlyMap<number, readonly { clock: number; len: number }[]>
type Waiting = { upTo: number; deletes: Ranges }

const syncStep1 = 0

/**
 * The edits of one document that the server has not shown back yet. It shows an edit only when it is stored, so what is not
 * in here any more can't be lost.
 */
export class Pending {
  private waiting: Waiting[] = []
  private readonly listeners = new Set<() => void>()
  private readonly client: number

  /** `client`: the Yjs client id under which the edits are made. */
  constructor(client: number) {
    this.client = client
  }

  get count(): number {
    return this.waiting.length
  }

  sent(update: Uint8Array): void {
    const upTo = Y.parseUpdateMeta(update).to.get(this.client) ?? 0
    this.waiting = [...this.waiting, { upTo, deletes: Y.decodeUpdate(update).ds.clients }]
    this.tell()
  }

  /** Takes note of a sync message of the server's, before it is applied: its state vector, or edits. */
  heard(decoder: decoding.Decoder): void {
    if (this.waiting.length === 0) return
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === syncStep1) this.settle(Y.decodeStateVector(content).get(this.client) ?? 0, new Map())
    else {
      const upTo = Y.parseUpdateMeta(content).to.get(this.client) ?? 0
      this.settle(upTo, Y.decodeUpdate(content).ds.clients)
    }
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private settle(upTo: number, deletes: Ranges): void {
    const left = this.waiting.flatMap(each => {
      const rest = { upTo: each.upTo <= upTo ? 0 : each.upTo, deletes: without(each.deletes, deletes) }
      return rest.upTo === 0 && rest.deletes.size === 0 ? [] : [rest]
    })
    const fewer = left.length !== this.waiting.length
    this.waiting = left
    if (fewer) this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** The deleted ranges that `known` doesn't cover. */
function without(ranges: Ranges, known: Ranges): Ranges {
  const left = [...ranges].flatMap(([client, items]) => {
    const covers = known.get(client) ?? []
    const rest = items.filter(
      ({ clock, len }) =>
        !covers.some(known => known.clock <= clock && clock + len <= known.clock + known.len),
    )
    return rest.length > 0 ? [[client, rest] as const] : []
  })
  return new Map(left)
}

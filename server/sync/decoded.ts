import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
export type Range = { clock: number; len: number }
/** What an update holds. `deleted`: by client, in order, no range touching another. */
export type Decoded = {
  structs: readonly Struct[]
  byClient: ReadonlyMap<number, Struct[]>
  deleted: ReadonlyMap<number, readonly Range[]>
}

/** No client counts further: Yjs counts letters and fields, and adds up clocks that must stay exact. */
const CLOCK_MAX = 2 ** 32

export const end = (struct: Struct): number => struct.id.clock + struct.length

/**
 * Decodes an update. Throws when it can't be read, or when Yjs would take it for something else than it seems: it reads but one
 * group of structs a client, and lets a struct without length push out what stands in its place.
 */
export function decode(update: Uint8Array): Decoded {
  const { structs, ds } = Y.decodeUpdate(update) as unknown as {
    structs: Struct[]
    ds: { clients: Map<number, Range[]> }
  }
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (!(struct.length > 0) || end(struct) > CLOCK_MAX) throw new Error('a struct without length or bound')
    const list = byClient.get(struct.id.client)
    if (list) list.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  const groups = decoding.readVarUint(decoding.createDecoder(update))
  if (groups !== byClient.size) throw new Error('an empty group, or two of one client')
  const deleted = new Map<number, readonly Range[]>()
  for (const [client, ranges] of ds.clients) deleted.set(client, inOrder(ranges))
  return { structs, byClient, deleted }
}

/** As Yjs writes them itself, so that nothing is deleted or counted twice. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const apart = ({ clock, len }: Range, index: number) => {
    const former = ranges[index - 1]
    return len > 0 && (!former || clock > former.clock + former.len)
  }
  if (ranges.every(apart)) return ranges
  const merged: Range[] = []
  for (const { clock, len } of ranges.toSorted((one, other) => one.clock - other.clock)) {
    const last = merged.at(-1)
    if (last && clock <= last.clock + last.len) last.len = Math.max(last.len, clock + len - last.clock)
    else if (len > 0) merged.push({ clock, len })
  }
  return merged
}

/** How many clocks from `from` up to `to` lie within ranges that are in order. */
export function overlap(ranges: readonly Range[] | undefined, from: number, to: number): number {
  if (!ranges) return 0
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { clock, len } = ranges[middle] as Range
    if (clock + len <= from) low = middle + 1
    else high = middle
  }
  let count = 0
  for (let at = low; at < ranges.length; at++) {
    const { clock, len } = ranges[at] as Range
    if (clock >= to) break
    count += Math.min(to, clock + len) - Math.max(from, clock)
  }
  return count
}

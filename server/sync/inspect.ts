import * as Y from 'yjs'
import { ok, type Result, refused } from '#lib/result.ts'
import { Crowding, type Holder } from './crowding.ts'
import { type Decoded, decode, end, overlap, type Range, type Struct } from './decoded.ts'
import { allStands } from './dependencies.ts'

/**
 * Where a change lands: the document's root, the keys down to the parent ('#' for a place in a sequence), and the key.
 * `parent`: what kind of type holds it, as `Carried` names them; null directly under a root, 'gone' in what was deleted. `node`: that
 * type's name, when it is an XML element.
 */
export type Place = {
  root: string
  path: readonly string[]
  parent: string | null
  node: string | null
  key: string | null
}

/** What a struct carries, as far as rules care. `gone` is content that its maker deleted before sending. */
export type Carried =
  | { kind: 'value'; value: unknown }
  | { kind: 'string'; text: string }
  | { kind: 'type'; type: string; nodeName: string | null }
  | { kind: 'format'; name: string; value: unknown }
  | { kind: 'gone' }
  | { kind: 'other'; name: string }

/** What an update does somewhere. `deleted`: the update brings it and deletes all of it as well. */
export type PlacedChange =
  /** `length`: what stays of it. */
  | { do: 'insert'; client: number; place: Place; carried: Carried; deleted: boolean; length: number }
  /** `length` counts what a reader sees: a mark's end has none. */
  | { do: 'delete'; place: Place; length: number }
/** One thing an update does. `garbage`: it brings what was taken away for good, or lies in what was; nobody sees anything of it. */
export type Change = PlacedChange | { do: 'garbage'; client: number }

/**
 * `update`: what was inspected, the update without what the document had. `steps`: how many items Yjs looks at, at most, to find places
 * for what is new. `touches`: the document's own types that something is put in, or taken from.
 */
export type Inspection = {
  update: Uint8Array
  changes: Change[]
  touches: ReadonlySet<object>
  clients: ReadonlySet<number>
  steps: number
}
export type InspectionRefusal = 'malformed-update' | 'missing-dependency' | 'too-large'

/** Content below something that is garbage already: Yjs drops it as well, so it has no place. */
type Resolved = { place: Place; holder: Holder } | 'garbage'
type Step = { struct: Struct; step: 'same' | 'inside' } | Resolved

/** How deep types may lie within each other; the rules allow far less. */
const DEPTH_MAX = 32
/** How much Yjs may have to look at for one update: some half a second of it. */
const STEPS_MAX = 2_000_000

/**
 * Lists what an update would do to `doc`, without applying it. Has no opinion: the gate judges. What the document holds already is
 * cut off first, of a piece that grew as well: who sends it again may say what they like of it. Refuses what cannot be decoded, what
 * builds on structs that are in neither the document nor the update, and what would take Yjs too long.
 */
export function inspect(doc: Y.Doc, update: Uint8Array): Result<Inspection, InspectionRefusal> {
  try {
    const brought = withoutKnown(doc, update)
    return ok({ update: brought.update, ...new Inspector(doc, brought.decoded).run() })
  } catch (error) {
    if (error instanceof MissingDependency) return refused('missing-dependency')
    return refused(error instanceof TooMuch ? 'too-large' : 'malformed-update')
  }
}

/** An update without the structs that a document has. The same bytes when it has none of them, as of nearly every update. */
function withoutKnown(doc: Y.Doc, update: Uint8Array): { update: Uint8Array; decoded: Decoded } {
  const decoded = decode(update)
  const had = new Map<number, number>()
  for (const [client, [first]] of decoded.byClient) {
    const known = Y.getState(doc.store, client)
    if (first && first.id.clock < known) had.set(client, known)
  }
  if (had.size === 0) return { update, decoded }
  const rest = Y.diffUpdate(update, Y.encodeStateVector(had))
  return { update: rest, decoded: decode(rest) }
}

class MissingDependency extends Error {}
class TooMuch extends Error {}

class Inspector {
  private readonly doc: Y.Doc
  private readonly decoded: Decoded
  private readonly resolved = new Map<Struct, Resolved>()
  private readonly crowding: Crowding
  private readonly touches = new Set<object>()

  constructor(doc: Y.Doc, decoded: Decoded) {
    this.doc = doc
    this.decoded = decoded
    const known = (client: number) => this.known(client)
    this.crowding = new Crowding({ doc, known, find: id => this.find(id) }, STEPS_MAX)
  }

  run(): Omit<Inspection, 'update'> {
    if (!allStands(this.decoded, client => this.known(client))) throw new MissingDependency()
    const changes: Change[] = []
    const clients = new Set<number>()
    for (const [client, structs] of this.decoded.byClient) this.insertions(client, structs, clients, changes)
    for (const [client, ranges] of this.decoded.deleted) this.deletions(client, ranges, changes)
    return { changes, clients, touches: this.touches, steps: this.crowding.steps }
  }

  private known(client: number): number {
    return Y.getState(this.doc.store, client)
  }

  private insertions(client: number, structs: Struct[], clients: Set<number>, changes: Change[]): void {
    for (const struct of structs) {
      clients.add(client)
      const resolved = this.placeOf(struct)
      if (resolved === 'garbage') {
        changes.push({ do: 'garbage', client })
        continue
      }
      // What has a place is an item.
      const item = struct as Y.Item
      const { place, holder } = resolved
      this.touch(holder)
      const carried = carriedBy(item)
      const erased = overlap(this.decoded.deleted.get(client), item.id.clock, end(item))
      const length = carried.kind === 'gone' ? 0 : item.length - erased
      changes.push({ do: 'insert', client, place, carried, deleted: length === 0, length })
      const only = this.decoded.structs.length === 1
      this.crowding.add({ item, holder, key: place.key }, only)
      if (this.crowding.steps > STEPS_MAX) throw new TooMuch()
    }
  }

  private deletions(client: number, ranges: readonly Range[], changes: Change[]): void {
    const known = this.known(client)
    const last = this.decoded.byClient.get(client)?.at(-1)
    const brought = Math.max(known, last ? end(last) : 0)
    const structs = this.doc.store.clients.get(client) as Struct[] | undefined
    for (const { clock, len } of ranges) {
      const stop = clock + len
      if (stop > brought) throw new MissingDependency()
      if (!structs || clock >= known) continue
      for (let at = Y.findIndexSS(structs as Y.Item[], clock); at < structs.length; at++) {
        const struct = structs[at] as Struct
        if (struct.id.clock >= stop) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        const resolved = this.placeOf(struct)
        if (resolved === 'garbage') continue
        const { place, holder } = resolved
        this.touch(holder)
        const length = struct.countable ? Math.min(end(struct), stop) - Math.max(struct.id.clock, clock) : 0
        changes.push({ do: 'delete', place, length })
      }
    }
  }

  private touch(holder: Holder): void {
    if (typeof holder === 'string') return
    const known = holder.id.clock < this.known(holder.id.client)
    if (known && holder instanceof Y.Item && holder.content instanceof Y.ContentType)
      this.touches.add(holder.content.type)
  }

  /** The struct that holds an id: from the document if it has it, else from the update. */
  private find(id: Y.ID): Struct {
    if (id.clock < this.known(id.client)) return Y.getItem(this.doc.store, id) as unknown as Struct
    const list = this.decoded.byClient.get(id.client) ?? []
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = list[middle] as Struct
      if (id.clock < struct.id.clock) high = middle - 1
      else if (id.clock >= end(struct)) low = middle + 1
      else return struct
    }
    throw new MissingDependency()
  }

  /**
   * Parent and key are absent from the wire when a struct has a neighbour: they are the neighbour's. Goes from neighbour to
   * neighbour and from parent to parent in a loop (a chain may be a million long) and remembers each struct's place.
   */
  private placeOf(struct: Struct): Resolved {
    const chain: { struct: Struct; step: 'same' | 'inside'; next: Struct }[] = []
    let at = struct
    let found: Resolved | undefined
    while (found === undefined) {
      found = this.resolved.get(at)
      if (found !== undefined) break
      const next: Step = this.step(at)
      if (next === 'garbage' || 'place' in next) {
        found = next
        this.resolved.set(at, found)
        break
      }
      if (chain.length > this.decoded.structs.length + 10_000)
        throw new Error('a chain of neighbours that never ends')
      chain.push({ struct: at, step: next.step, next: next.struct })
      at = next.struct
    }
    for (const link of chain.reverse()) {
      if (found !== 'garbage' && link.step === 'inside') {
        const key = link.struct instanceof Y.Item ? link.struct.parentSub : null
        const { root, path, key: within }: Place = found.place
        if (path.length >= DEPTH_MAX) throw new Error('types within types without end')
        const place: Place = { root, path: [...path, within ?? '#'], ...heldBy(link.next), key }
        found = { place, holder: link.next }
      }
      this.resolved.set(link.struct, found)
    }
    return found
  }

  private step(struct: Struct): Step {
    if (!(struct instanceof Y.Item)) return 'garbage'
    const parent = struct.parent as string | Y.ID | Y.AbstractType<unknown> | null
    if (typeof parent === 'string') return inRoot(parent, struct.parentSub)
    if (parent instanceof Y.ID) return { struct: this.find(parent), step: 'inside' }
    if (parent !== null) {
      if (parent._item) return { struct: parent._item, step: 'inside' }
      return inRoot(Y.findRootTypeKey(parent as Y.AbstractType<Y.YEvent<never>>), struct.parentSub)
    }
    const neighbour = struct.origin ?? struct.rightOrigin
    return neighbour ? { struct: this.find(neighbour), step: 'same' } : 'garbage'
  }
}

const inRoot = (root: string, key: string | null): Resolved => ({
  place: { root, path: [], parent: null, node: null, key },
  holder: root,
})

const typeNames = ['array', 'map', 'text', 'xmlElement', 'xmlFragment', 'xmlHook', 'xmlText'] as const
const typeClasses = [Y.Array, Y.Map, Y.Text, Y.XmlElement, Y.XmlFragment, Y.XmlHook, Y.XmlText] as const

function typeName(type: Y.AbstractType<unknown>): string {
  // Compared by constructor: XmlElement and XmlText extend other types.
  const index = (typeClasses as readonly unknown[]).indexOf(type.constructor)
  return typeNames[index] ?? 'unknown'
}

function heldBy(parent: Struct): { parent: string; node: string | null } {
  if (!(parent instanceof Y.Item && parent.content instanceof Y.ContentType))
    return { parent: 'gone', node: null }
  const { type } = parent.content
  return { parent: typeName(type), node: nodeNameOf(type) }
}

const nodeNameOf = (type: Y.AbstractType<unknown>): string | null =>
  type instanceof Y.XmlElement ? type.nodeName : null

function carriedBy({ content }: Y.Item): Carried {
  if (content instanceof Y.ContentString) return { kind: 'string', text: content.str }
  if (content instanceof Y.ContentAny)
    return content.arr.length === 1
      ? { kind: 'value', value: content.arr[0] }
      : { kind: 'other', name: 'values' }
  if (content instanceof Y.ContentType) {
    const { type } = content
    return {
      kind: 'type',
      type: typeName(type),
      nodeName: nodeNameOf(type),
    }
  }
  if (content instanceof Y.ContentFormat) return { kind: 'format', name: content.key, value: content.value }
  if (content instanceof Y.ContentDeleted) return { kind: 'gone' }
  return { kind: 'other', name: content.constructor.name }
}

import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import { encodeOwnFrame, frameType } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { DocumentName, LogEntry, StoredDocument } from '#server/store/store.ts'
import type { Gate } from './gate.ts'
import type { Meter } from './meter.ts'

/** Somebody on the other end of a socket, as far as a room cares. `actor` is null once the person was removed. */
export type Peer = {
  actor(): Actor | null
  send(frame: Uint8Array): void
  /** Disconnects after the store failed; when the peer comes back the usual exchange brings what the log lacks. */
  drop(): void
}
/** What a room needs of the world outside. */
export type RoomPorts = {
  store: RoomStore
  phase(): Phase
  meter: Meter
  gate: Gate
}
export type RoomStore = {
  load(): Promise<StoredDocument>
  append(entries: LogEntry[]): Promise<void>
  compact(state: Uint8Array, last: number): Promise<void>
}
type Proposal = { update: Uint8Array; peer: Peer }
type Accepted = { proposal: Proposal; entry: LogEntry }

/** Updates after which the log is put together into one state. */
const COMPACT_AFTER = 500

/**
 * One document and everybody who has it open. Goes round in steps: judge what came in, append what was accepted to the log in
 * one durable write, and only then show it to all as one frame. The document never runs ahead of the log by more than
 * the step that is being written, and whoever asks for the document gets its answer between two steps.
 */
export class Room {
  readonly name: DocumentName
  readonly peers = new Set<Peer>()
  private readonly store: RoomStore
  private readonly phase: () => Phase
  private readonly meter: Meter
  private readonly gate: Gate
  private doc = new Y.Doc({ gc: true })
  private owners = new Map<number, string>()
  private sinceCompaction = 0
  private frozenAs: string | null = null
  private closing = false
  private queue: Proposal[] = []
  private asked: { peer: Peer; stateVector: Uint8Array }[] = []
  /** Set when Yjs threw halfway an update: the document may hold part of it. */
  private doubtful = false
  private stepping: Promise<void> | null = null
  /** Set when the log could not be read again: who comes next must open a new room. */
  broken = false

  private constructor(name: DocumentName, ports: RoomPorts) {
    this.name = name
    this.store = ports.store
    this.phase = ports.phase
    this.meter = ports.meter
    this.gate = ports.gate
  }

  static async open(name: DocumentName, ports: RoomPorts): Promise<Room> {
    const room = new Room(name, ports)
    await room.load()
    return room
  }

  get frozen(): string | null {
    return this.frozenAs
  }

  /** A peer's update of the document: shown to all once it is durable, or refused to this peer. */
  propose(update: Uint8Array, peer: Peer): void {
    this.queue.push({ update, peer })
    this.wake()
  }

  /** A peer's sync step 1: answered with what it lacks and with what we lack. */
  ask(stateVector: Uint8Array, peer: Peer): void {
    this.asked.push({ peer, stateVector })
    this.wake()
  }

  /** Resolves when everything that came in so far is durable and shown, or refused. */
  async settled(): Promise<void> {
    while (this.stepping) await this.stepping
  }

  /**
   * Refuses new writes, waits for those under way, and runs `work`, which closes the document in the store and gives its
   * snapshot's hash. When it throws, the room opens again and the error goes on.
   */
  async freeze(work: () => Promise<string>): Promise<string> {
    await this.settled()
    this.closing = true
    try {
      await this.settled()
      this.frozenAs = await work()
      this.broadcast(encodeOwnFrame({ type: 'frozen', hash: this.frozenAs }))
      return this.frozenAs
    } finally {
      this.closing = false
    }
  }

  /** Reads the document as it is now; `read` must not change it. */
  read<T>(read: (doc: Y.Doc) => T): T {
    return read(this.doc)
  }

  broadcast(frame: Uint8Array): void {
    for (const peer of this.peers) peer.send(frame)
  }

  private async load(): Promise<void> {
    const stored = await this.store.load()
    const doc = new Y.Doc({ gc: true })
    doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(doc, update)
    })
    this.doc.destroy()
    this.doc = doc
    this.owners = new Map(stored.owners)
    this.frozenAs = stored.frozen
    this.sinceCompaction = stored.updates.length
  }

  private wake(): void {
    // A tick later, so that what arrives together is written together.
    this.stepping ??= new Promise<void>(resolve => setImmediate(resolve))
      .then(() => this.steps())
      .finally(() => {
        this.stepping = null
        if (this.queue.length + this.asked.length > 0) this.wake()
      })
  }

  private async steps(): Promise<void> {
    while (this.queue.length + this.asked.length > 0) {
      const proposals = this.queue.splice(0)
      const began = performance.now()
      const accepted = proposals.flatMap(proposal => this.accept(proposal) ?? [])
      if (accepted.length > 0) await this.write(accepted, began)
      if (this.doubtful) await this.backToLog(new Set())
      for (const { peer, stateVector } of this.asked.splice(0)) this.answer(peer, stateVector)
    }
    if (this.sinceCompaction > COMPACT_AFTER) await this.compact()
  }

  /** Judges a proposal and applies it when it may be. Null: refused, or nothing in it that we had not. */
  private accept(proposal: Proposal): Accepted | null {
    const { update, peer } = proposal
    const actor = peer.actor()
    if (!actor) return this.refuse(peer, 'removed')
    const frozen = this.closing || this.frozenAs !== null
    const { doc, owners, name } = this
    const passed = this.gate(update, {
      document: name.document,
      doc,
      owners,
      actor,
      phase: this.phase(),
      frozen,
    })
    if (!passed.ok) return this.refuse(peer, passed.refusal)
    if (!passed.value.news) return null
    const { clients } = passed.value
    try {
      Y.applyUpdate(this.doc, update)
    } catch {
      this.doubtful = true
      return this.refuse(peer, 'malformed-update')
    }
    for (const client of clients) this.owners.set(client, actor.id)
    return { proposal, entry: { ...this.name, update, clients: [...clients], participant: actor.id } }
  }

  private refuse(peer: Peer, code: RefusalCode): null {
    this.meter.refused(code)
    peer.send(encodeOwnFrame({ type: 'refusal', code }))
    return null
  }

  private async write(accepted: Accepted[], began: number): Promise<void> {
    try {
      await this.store.append(accepted.map(each => each.entry))
    } catch {
      await this.backToLog(new Set(accepted.map(each => each.proposal.peer)))
      return
    }
    this.sinceCompaction += accepted.length
    this.broadcast(updateFrame(Y.mergeUpdates(accepted.map(each => each.entry.update))))
    this.meter.stepped(accepted.length, (performance.now() - began) / 1000)
  }

  /**
   * The document holds what the log doesn't. Writers still have their edits, and send them again when they come back;
   * when the log can't be read either, everybody is sent away.
   */
  private async backToLog(writers: ReadonlySet<Peer>): Promise<void> {
    this.doubtful = false
    try {
      await this.load()
    } catch {
      this.broken = true
    }
    const fixed = this.frozenAs !== null
    for (const peer of writers) this.refuse(peer, fixed ? 'frozen' : 'store-failed')
    if (!fixed) for (const peer of this.broken ? [...this.peers] : writers) peer.drop()
  }

  /** Whether this person may write under this Yjs client id: nobody else brought it first. */
  mayUse(client: number, participant: string): boolean {
    return (this.owners.get(client) ?? participant) === participant
  }

  private answer(peer: Peer, stateVector: Uint8Array): void {
    const step2 = encoding.createEncoder()
    encoding.writeVarUint(step2, frameType.sync)
    try {
      syncProtocol.writeSyncStep2(step2, this.doc, stateVector)
    } catch {
      this.refuse(peer, 'malformed-update')
      return
    }
    peer.send(encoding.toUint8Array(step2))
    const step1 = encoding.createEncoder()
    encoding.writeVarUint(step1, frameType.sync)
    syncProtocol.writeSyncStep1(step1, this.doc)
    peer.send(encoding.toUint8Array(step1))
    if (this.frozenAs !== null) peer.send(encodeOwnFrame({ type: 'frozen', hash: this.frozenAs }))
  }

  private async compact(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.doc)
    this.sinceCompaction = 0
    try {
      const { last } = await this.store.load()
      await this.store.compact(state, last)
    } catch {
      // The log is whole without it; the next time will do.
    }
  }
}

function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  syncProtocol.writeUpdate(encoder, update)
  return encoding.toUint8Array(encoder)
}

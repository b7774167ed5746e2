import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Stage } from '#lib/domain/phase.ts'
import { encodeOwnFrame, type OwnFrame } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { type DocumentName, type LogEntry, SERVER, type ServerUpdate, WIPED } from '#server/store/store.ts'
import { Answers, syncMessage } from './answers.ts'
import { endOfTurn } from './end-of-turn.ts'
import type { Gate } from './gate.ts'
import { type Message, message } from './message.ts'
import type { Meter } from './meter.ts'
import type { Peer, RoomPorts, RoomStore, Written } from './room-ports.ts'

type Proposal = { update: Uint8Array; peer: Peer; inStep: boolean }
type Accepted = { proposal: Proposal; entry: LogEntry }

/**
 * The log is put together into one state after so many updates, when they take at least this part of what the state took (a
 * large board isn't written anew for a few words), and at the latest after `LOG_MAX`.
 */
const COMPACT_AFTER = 500
const COMPACT_SHARE = 0.25
const LOG_MAX = 4000

/**
 * One document and everybody who has it open. Goes round in steps: judge what came in, append what was accepted to the log in
 * one durable write, and only then show it to all as one frame. The document never runs ahead of the log by more than
 * the step that is being written, and whoever asks for the document gets its answer between two steps.
 */
export class Room {
  readonly name: DocumentName
  readonly peers = new Set<Peer>()
  private readonly store: RoomStore
  private readonly stage: () => Stage
  private readonly present: (client: number) => string | undefined
  private readonly meter: Meter
  private readonly gate: Gate
  private doc = new Y.Doc({ gc: true })
  private owners = new Map<number, string>()
  private readonly answers = new Answers()
  private log = { last: 0, updates: 0, bytes: 0, state: 0 }
  private frozenAs: string | null = null
  /** Why nothing is taken now; null while writing goes on. */
  private closing: 'frozen' | 'wiped' | null = null
  private queue: Proposal[] = []
  private asked: { peer: Peer; stateVector: Uint8Array }[] = []
  /** Set when Yjs threw halfway an update or put part of it aside: the document is not what the log makes. */
  private doubtful = false
  private stepping: Promise<void> | null = null
  /** Set when the log could not be read again: who comes next must open a new room. */
  broken = false

  private constructor(name: DocumentName, ports: RoomPorts) {
    this.name = name
    this.store = ports.store
    this.stage = ports.stage
    this.present = ports.present
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

  /**
   * A peer's update of the document: shown to all once it is durable, or refused to this peer. `inStep`: the peer has said what
   * we lack. Until then an update may build on what it wrote without a line; its answer, still to come, holds both.
   */
  propose(update: Uint8Array, peer: Peer, inStep: boolean): void {
    this.queue.push({ update, peer, inStep })
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
    try {
      this.frozenAs = await this.shut('frozen', work)
      this.broadcast(ownMessage({ type: 'frozen', hash: this.frozenAs }))
      return this.frozenAs
    } finally {
      this.closing = null
    }
  }

  /** Refuses new writes for good and runs `work`, after which the document begins anew in another room. Opens again when that throws. */
  async end<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.shut('wiped', work)
    } catch (error) {
      this.closing = null
      throw error
    }
  }

  private async shut<T>(as: 'frozen' | 'wiped', work: () => Promise<T>): Promise<T> {
    await this.settled()
    this.closing = as
    await this.settled()
    return work()
  }

  /**
   * Has the server itself write: waits for what is under way, and runs `work`, which makes updates durable, while nothing else is
   * written here; then shows those of this document. What comes in meanwhile is judged afterwards.
   */
  async adopt<T extends Written>(work: () => Promise<T>): Promise<T> {
    while (this.stepping) await this.stepping
    const adopting = work().then(done => {
      for (const each of done.written) if (each.document === this.name.document) this.take(each)
      return done
    })
    const over = () => {
      this.stepping = null
      if (this.queue.length + this.asked.length > 0) this.wake()
    }
    this.stepping = adopting.then(over, over)
    return adopting
  }

  /** Reads the document as it is now; `read` must not change it. */
  read<T>(read: (doc: Y.Doc) => T): T {
    return read(this.doc)
  }

  /** Makes the log one state, for who opens the room again, and lets go of what is kept for newcomers. */
  async rest(): Promise<void> {
    await this.settled()
    this.answers.clear()
    if (this.log.updates > 1) await this.compact()
  }

  private broadcast(message: Message): void {
    for (const peer of this.peers) peer.send(message)
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
    if (stored.damaged > 0) this.meter.damaged(stored.damaged)
    const [state, ...since] = stored.updates
    const bytes = since.reduce((sum, update) => sum + update.byteLength, 0)
    this.log = { last: stored.last, updates: stored.updates.length, bytes, state: state?.byteLength ?? 0 }
    this.answers.begin(stored.updates)
  }

  private wake(): void {
    // A tick later, so that what arrives together is written together.
    this.stepping ??= endOfTurn()
      .then(() => this.steps())
      .finally(() => {
        this.stepping = null
        if (this.queue.length + this.asked.length > 0) this.wake()
      })
  }

  private async steps(): Promise<void> {
    while (this.queue.length + this.asked.length > 0) {
      const began = performance.now()
      const accepted = this.acceptAll()
      if (accepted.length > 0) await this.write(accepted, began)
      if (this.doubtful) await this.backToLog(new Set())
      for (const { peer, stateVector } of this.asked.splice(0)) this.answer(peer, stateVector)
    }
    const { updates, bytes, state } = this.log
    if (updates > LOG_MAX || (updates > COMPACT_AFTER && bytes > COMPACT_SHARE * state)) await this.compact()
  }

  /** Takes what is in the queue; what comes after an update that went wrong waits until the document is read again. */
  private acceptAll(): Accepted[] {
    const proposals = this.queue.splice(0)
    const accepted: Accepted[] = []
    for (const [index, proposal] of proposals.entries()) {
      const one = this.accept(proposal)
      if (one) accepted.push(one)
      if (!this.doubtful) continue
      this.queue.unshift(...proposals.slice(index + 1))
      break
    }
    return accepted
  }

  /** Judges a proposal and applies it when it may be. Null: refused, or nothing in it that we had not. */
  private accept(proposal: Proposal): Accepted | null {
    const { update, peer } = proposal
    const actor = peer.actor()
    if (!actor) return this.refuse(peer, 'removed')
    if (this.closing === 'wiped') return this.refuse(peer, 'wiped')
    const frozen = this.closing !== null || this.frozenAs !== null
    const { doc, name } = this
    const owners = { get: (client: number) => this.owners.get(client) ?? this.present(client) }
    const passed = this.gate(update, {
      document: name.document,
      doc,
      owners,
      actor,
      stage: this.stage(),
      frozen,
    })
    if (!passed.ok && passed.refusal === 'missing-dependency' && !proposal.inStep) return null
    if (!passed.ok) return this.refuse(peer, passed.refusal)
    if (!passed.value.news) return null
    const { clients, steps } = passed.value
    if (steps > 0) peer.charge(steps)
    if (!this.apply(update)) {
      this.doubtful = true
      return this.refuse(peer, 'malformed-update')
    }
    const brought = [...clients].filter(client => !this.owners.has(client))
    for (const client of brought) this.owners.set(client, actor.id)
    return { proposal, entry: { ...this.name, update, clients: brought, participant: actor.id } }
  }

  /** False when Yjs made of an update what the gate did not see coming. */
  private apply(update: Uint8Array): boolean {
    const { store } = this.doc
    const aside = () => store.pendingStructs !== null || store.pendingDs !== null
    // A log that lost a part has something aside for good.
    const before = aside()
    try {
      Y.applyUpdate(this.doc, update)
    } catch {
      return false
    }
    return before || !aside()
  }

  private refuse(peer: Peer, code: RefusalCode): null {
    this.meter.refused(code)
    peer.send(ownMessage({ type: 'refusal', code }))
    return null
  }

  private async write(accepted: Accepted[], began: number): Promise<void> {
    let places: readonly number[]
    try {
      places = await this.store.append(accepted.map(({ entry }) => entry))
    } catch {
      await this.backToLog(new Set(accepted.map(each => each.proposal.peer)))
      return
    }
    this.log.last = places.at(-1) ?? this.log.last
    this.log.updates += accepted.length
    for (const { entry } of accepted) this.log.bytes += entry.update.byteLength
    const update = Y.mergeUpdates(accepted.map(({ entry }) => entry.update))
    this.answers.shown(update)
    this.broadcast(syncMessage(encoder => syncProtocol.writeUpdate(encoder, update)))
    this.meter.stepped(accepted.length, (performance.now() - began) / 1000)
  }

  /** An update of the server's own that is in the log already. */
  private take({ update, clients, place }: ServerUpdate): void {
    Y.applyUpdate(this.doc, update)
    for (const client of clients) this.owners.set(client, SERVER)
    this.log.last = place
    this.log.updates += 1
    this.log.bytes += update.byteLength
    this.answers.shown(update)
    this.broadcast(syncMessage(encoder => syncProtocol.writeUpdate(encoder, update)))
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
    try {
      if (this.holdsWiped(stateVector)) return void this.refuse(peer, 'wiped')
      for (const answer of this.answers.for(this.doc, stateVector)) peer.send(answer)
    } catch {
      this.refuse(peer, 'malformed-update')
      return
    }
    peer.send(syncMessage(encoder => syncProtocol.writeSyncStep1(encoder, this.doc)))
    if (this.frozenAs !== null) peer.send(ownMessage({ type: 'frozen', hash: this.frozenAs }))
  }

  /** Whether somebody holds what was here before the content was wiped: they are to drop it and come back without. */
  private holdsWiped(stateVector: Uint8Array): boolean {
    return [...Y.decodeStateVector(stateVector).keys()].some(client => this.owners.get(client) === WIPED)
  }

  private async compact(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.doc)
    const { last } = this.log
    this.log = { last, updates: 1, bytes: 0, state: state.byteLength }
    try {
      await this.store.compact(state, last)
    } catch {
      // The log is whole without it; the next time will do.
    }
  }
}

const ownMessage = (frame: OwnFrame): Message => message(encodeOwnFrame(frame))

import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Stage } from '#lib/domain/phase.ts'
import { encodeOwnFrame, type OwnFrame } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { type DocumentName, type LogEntry, SERVER, type ServerUpdate, WIPED } from '#server/store/store.ts'
import { Answers, syncMessage } from './answers.ts'
import { ClientOwners } from './client-owners.ts'
import { endOfTurn } from './end-of-turn.ts'
import type { Gate } from './gate.ts'
import { LogMeasure } from './log-measure.ts'
import { type Message, message } from './message.ts'
import type { Meter } from './meter.ts'
import type { Peer, RoomPorts, RoomStore, Written } from './room-ports.ts'

type Proposal = { update: Uint8Array; peer: Peer; inStep: boolean }
type Accepted = { proposal: Proposal; entry: LogEntry }

/** What it costs who made the room read its log again: as much as may be sent at once, counted as `Peer.charge` does. */
const READING_AGAIN = 600_000

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
  private owners = new ClientOwners(new Map())
  private readonly answers = new Answers()
  private readonly log = new LogMeasure()
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
    if (!this.log.isOne) await this.compact()
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
    this.owners = new ClientOwners(stored.owners)
    this.frozenAs = stored.frozen
    if (stored.damaged > 0) this.meter.damaged(stored.damaged)
    this.log.read(stored)
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
    if (this.log.isLong) await this.compact()
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
    const { peer } = proposal
    const actor = peer.actor()
    if (!actor) return this.refuse(peer, 'removed')
    if (this.closing === 'wiped') return this.refuse(peer, 'wiped')
    const frozen = this.closing !== null || this.frozenAs !== null
    const { doc, name } = this
    const owners = { get: (client: number) => this.owners.get(client) ?? this.present(client) }
    const passed = this.gate(proposal.update, {
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
    const { update, clients, steps } = passed.value
    const brought = this.owners.unknown(clients)
    if (!this.owners.mayBring(brought.length, actor.id)) return this.refuse(peer, 'too-large')
    if (steps > 0) peer.charge(steps)
    if (!this.apply(update)) {
      this.doubtful = true
      peer.charge(READING_AGAIN)
      return this.refuse(peer, 'malformed-update')
    }
    this.owners.claim(brought, actor.id)
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
    const updates = accepted.map(({ entry }) => entry.update)
    this.log.grew(updates, places.at(-1) ?? this.log.last)
    const update = Y.mergeUpdates(updates)
    this.answers.shown(update)
    this.broadcast(syncMessage(encoder => syncProtocol.writeUpdate(encoder, update)))
    this.meter.stepped(accepted.length, (performance.now() - began) / 1000)
  }

  /** An update of the server's own that is in the log already. */
  private take({ update, clients, place }: ServerUpdate): void {
    Y.applyUpdate(this.doc, update)
    this.owners.claim(clients, SERVER)
    this.log.grew([update], place)
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
    this.log.putTogether(state.byteLength)
    try {
      await this.store.compact(state, this.log.last)
    } catch {
      // The log is whole without it; the next time will do.
    }
  }
}

const ownMessage = (frame: OwnFrame): Message => message(encodeOwnFrame(frame))

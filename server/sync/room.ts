import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import {
  type DocumentName,
  LogDiffers,
  type LogEntry,
  SERVER,
  type ServerUpdate,
} from '#server/store/store.ts'
import { Answers, syncMessage } from './answers.ts'
import { endOfTurn } from './end-of-turn.ts'
import { LiveDocument } from './live-document.ts'
import { LogMeasure } from './log-measure.ts'
import { type Message, ownMessage } from './message.ts'
import type { Peer, RoomPorts, Written } from './room-ports.ts'

type Proposal = { update: Uint8Array; peer: Peer; inStep: boolean }
type Accepted = { proposal: Proposal; entry: LogEntry }

/** What it costs who made the room read its log again: as much as may be sent at once, counted as `Peer.charge` does. */
const READING_AGAIN = 600_000

/**
 * One document and everybody who has it open. Goes round in steps: judge what came in, append what was accepted to the log in
 * one durable write, and only then show it to all as one frame. The document runs ahead of the log by no more than
 * the step that is being written, and whoever asks for the document gets its answer between two steps.
 */
export class Room {
  readonly name: DocumentName
  readonly peers = new Set<Peer>()
  readonly live = new LiveDocument()
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
  private compacting: Promise<void> | null = null
  private readonly ports: RoomPorts
  /** Set when the log could not be read again, or others write in it: nothing is taken and nobody answered any more. */
  private broken = false

  private constructor(name: DocumentName, ports: RoomPorts) {
    this.name = name
    this.ports = ports
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
    if (this.broken) return
    this.queue.push({ update, peer, inStep })
    this.wake()
  }

  /** A peer's sync step 1: answered with what it lacks and with what we lack. */
  ask(stateVector: Uint8Array, peer: Peer): void {
    if (this.broken) return
    this.asked.push({ peer, stateVector })
    this.wake()
  }

  /** The hash under which the document was fixed, null while it isn't. */
  get frozen(): string | null {
    return this.frozenAs
  }

  /** Whether something that came in isn't durable and shown yet, nor refused. */
  get busy(): boolean {
    return this.stepping !== null
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
      const hash = await this.shut('frozen', work)
      this.frozenAs = hash
      this.broadcast(ownMessage({ type: 'frozen', hash }))
      return hash
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
    // Not by `settled`: another would begin before this one hears that it may.
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

  /** Makes the log one state, for who opens the room again, and lets go of what is kept for newcomers. */
  async settleDown(): Promise<void> {
    await this.settled()
    this.answers.clear()
    if (!this.log.isOne) await this.compact()
  }

  /** Writes the log anew from what everybody sees: what the disk has changed of it since it was read is whole again. */
  async renew(): Promise<void> {
    await this.settled()
    await this.compact()
  }

  private show(update: Uint8Array): void {
    this.answers.shown(update)
    this.broadcast(syncMessage(encoder => syncProtocol.writeUpdate(encoder, update)))
  }

  private broadcast(message: Message): void {
    for (const peer of this.peers) peer.send(message)
  }

  private async load(): Promise<void> {
    const stored = await this.ports.store.load()
    this.live.read(stored)
    this.frozenAs = stored.frozen
    if (stored.damaged > 0) this.ports.meter.damaged(stored.damaged)
    this.log.read(stored)
    this.answers.begin(stored.updates)
  }

  private wake(): void {
    // A tick later, so that what arrives together is written together.
    this.stepping ??= endOfTurn()
      .then(() => this.steps())
      .catch(error => {
        // Nobody knows who saw what, so all are to come back and say what they have.
        this.ports.failed(error)
        return this.backToLog(new Set(this.peers))
      })
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
      const one = this.attempt(proposal)
      if (one) accepted.push(one)
      if (!this.doubtful) continue
      this.queue.unshift(...proposals.slice(index + 1))
      break
    }
    return accepted
  }

  /** As `accept`. What an update makes throw, in the gate or in Yjs, is held against it alone. */
  private attempt(proposal: Proposal): Accepted | null {
    try {
      return this.accept(proposal)
    } catch (error) {
      this.ports.failed(error)
      return this.doubt(proposal.peer)
    }
  }

  /** The document may hold something of an update that can't be: it is refused, and the document read again. */
  private doubt(peer: Peer): null {
    this.doubtful = true
    peer.charge(READING_AGAIN)
    return this.refuse(peer, 'malformed-update')
  }

  /** Judges a proposal and applies it when it may be. Null: refused, or nothing in it that we had not. */
  private accept(proposal: Proposal): Accepted | null {
    const { peer } = proposal
    const actor = peer.actor()
    if (!actor) return this.refuse(peer, 'removed')
    if (this.closing === 'wiped') return this.refuse(peer, 'wiped')
    const frozen = this.closing !== null || this.frozenAs !== null
    const { doc, owners: brought } = this.live
    const owners = { get: (client: number) => brought.get(client) ?? this.ports.present(client) }
    const passed = this.ports.gate(proposal.update, {
      document: this.name.document,
      doc,
      owners,
      actor,
      stage: this.ports.stage(),
      frozen,
    })
    if (!passed.ok && passed.refusal === 'missing-dependency' && !proposal.inStep) return null
    if (!passed.ok) return this.refuse(peer, passed.refusal)
    if (!passed.value.news) return null
    const { update, clients, steps } = passed.value
    const brings = brought.unknown(clients)
    const grown = this.log.size + update.byteLength
    if (grown > this.ports.sizeMax) return this.refuse(peer, 'too-large')
    if (!brought.mayBring(brings.length, actor.id)) return this.refuse(peer, 'too-many-clients')
    if (steps > 0) peer.charge(steps)
    if (!this.live.apply(update)) return this.doubt(peer)
    brought.claim(brings, actor.id)
    this.log.size = grown
    return { proposal, entry: { ...this.name, update, clients: brings, participant: actor.id } }
  }

  private refuse(peer: Peer, code: RefusalCode): null {
    this.ports.meter.refused(code)
    peer.send(ownMessage({ type: 'refusal', code }))
    return null
  }

  private async write(accepted: Accepted[], began: number): Promise<void> {
    let places: readonly number[]
    try {
      places = await this.ports.store.append(accepted.map(({ entry }) => entry))
    } catch {
      await this.backToLog(new Set(accepted.map(each => each.proposal.peer)))
      return
    }
    const updates = accepted.map(({ entry }) => entry.update)
    this.log.grew(updates.length, places.at(-1) ?? this.log.last)
    this.show(Y.mergeUpdates(updates))
    this.ports.meter.stepped(accepted.length, (performance.now() - began) / 1000)
  }

  /** An update of the server's own that is in the log already. */
  private take({ update, clients, place }: ServerUpdate): void {
    this.live.apply(update)
    this.live.owners.claim(clients, SERVER)
    this.log.size += update.byteLength
    this.log.grew(1, place)
    this.show(update)
  }

  /**
   * The document holds what the log doesn't. Writers still have their edits, and send them again when they come back;
   * when the log can't be read either, everybody is sent away.
   */
  private async backToLog(writers: ReadonlySet<Peer>): Promise<void> {
    this.doubtful = false
    const whole = await this.load().then(
      () => true,
      () => false,
    )
    const fixed = this.frozenAs !== null
    for (const peer of writers) this.refuse(peer, fixed ? 'frozen' : 'store-failed')
    if (!whole) this.giveUp()
    else if (!fixed) for (const peer of writers) peer.drop()
  }

  /** What waits was meant for a document that isn't the log's: it comes back with who sent it. */
  private giveUp(): void {
    this.broken = true
    this.queue = []
    this.asked = []
    this.ports.broke()
    for (const peer of [...this.peers]) peer.drop()
  }

  private answer(peer: Peer, stateVector: Uint8Array): void {
    try {
      if (this.live.holdsWiped(stateVector)) return void this.refuse(peer, 'wiped')
      for (const answer of this.answers.for(this.live.doc, stateVector)) peer.send(answer)
    } catch {
      this.refuse(peer, 'malformed-update')
      return
    }
    peer.send(syncMessage(encoder => syncProtocol.writeSyncStep1(encoder, this.live.doc)))
    if (this.frozenAs !== null) peer.send(ownMessage({ type: 'frozen', hash: this.frozenAs }))
  }

  /** Writes the log anew as one state. While that goes on whoever asks for it waits for the same. */
  private compact(): Promise<void> {
    this.compacting ??= this.putTogether().finally(() => {
      this.compacting = null
    })
    return this.compacting
  }

  private async putTogether(): Promise<void> {
    if (this.broken) return
    const state = Y.encodeStateAsUpdate(this.live.doc)
    const replaced = this.log.tried(state.byteLength)
    try {
      await this.ports.store.compact(state, replaced)
      this.log.putTogether(replaced)
    } catch (error) {
      // The log is whole without it; the next time will do.
      this.ports.failed(error)
      if (error instanceof LogDiffers) this.giveUp()
    }
  }
}

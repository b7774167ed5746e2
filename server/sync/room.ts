import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { type DocumentName, LogDiffers, Outdated, type Placed, SERVER } from '#server/store/store.ts'
import { Answers, syncMessage } from './answers.ts'
import { Elsewhere } from './elsewhere.ts'
import { soon } from './end-of-turn.ts'
import { FollowedLog } from './followed-log.ts'
import { type Accepted, Judging, type Proposal, runOf } from './judging.ts'
import type { LiveDocument } from './live-document.ts'
import { type Message, ownMessage } from './message.ts'
import type { Peer, RoomPorts, Run, Written } from './room-ports.ts'

/** How often what was judged is tried again at once while others change the session. */
const TRIES_MAX = 20

/**
 * One document and everybody on this node who has it open. Goes round in steps: take in what other nodes wrote, judge what came in, append
 * what was accepted to the log in one durable write, and only then show it to all as one frame. The document runs ahead of the log by no
 * more than the step that is being written, and whoever asks for the document gets its answer between two steps. The log has the order:
 * what others appended in between is shown before what was appended here.
 */
export class Room {
  readonly name: DocumentName
  readonly peers = new Set<Peer>()
  private readonly answers = new Answers()
  private readonly log: FollowedLog
  private readonly elsewhere = new Elsewhere()
  private readonly judging: Judging
  /** Why nothing is taken now; null while writing goes on. */
  private closing: 'frozen' | 'wiped' | null = null
  private queue: Proposal[] = []
  private asked: { peer: Peer; stateVector: Uint8Array }[] = []
  private stepping: Promise<void> | null = null
  private readonly ports: RoomPorts
  /** Set when the log could not be read again, or others write in it: nothing is taken and nobody answered any more. */
  private broken = false

  private constructor(name: DocumentName, ports: RoomPorts) {
    this.name = name
    this.ports = ports
    this.log = new FollowedLog(ports.store, ports.meter)
    this.judging = new Judging(name, this.log, ports)
  }

  static async open(name: DocumentName, ports: RoomPorts): Promise<Room> {
    const room = new Room(name, ports)
    room.answers.begin(await room.log.load())
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
    return this.live.frozen
  }

  /** What another node made durable: shown once all before it is here. */
  hear(run: Run): void {
    this.elsewhere.hear(run)
    this.wake()
  }

  /** Looks in the log whether another node wrote, fixed it, or began it anew. */
  look(): void {
    this.elsewhere.look()
    this.wake()
  }

  /** How far this node knows the log. */
  get known(): { life: number; last: number; frozen: string | null } {
    return this.log.known
  }

  get live(): LiveDocument {
    return this.log.live
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
      // What other nodes had taken before is in the snapshot.
      this.look()
      await this.settled()
      this.fix(hash)
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
      for (const { document, place, update, clients } of done.written)
        if (document === this.name.document) this.take({ place, update }, clients)
      return done
    })
    const over = () => {
      this.stepping = null
      if (this.waits) this.wake()
    }
    this.stepping = adopting.then(over, over)
    return adopting
  }

  /** Makes the log one state, for who opens the room again, and lets go of what is kept for newcomers. */
  async settleDown(): Promise<void> {
    await this.settled()
    this.answers.clear()
    if (!this.log.measure.isOne) await this.compact()
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

  private fix(hash: string): void {
    if (this.live.frozen !== null) return
    this.live.frozen = hash
    this.broadcast(ownMessage({ type: 'frozen', hash }))
  }

  private get waits(): boolean {
    return !this.broken && (this.queue.length + this.asked.length > 0 || this.elsewhere.waits)
  }

  private wake(): void {
    this.stepping ??= soon()
      .then(() => this.steps())
      .catch(error => {
        // Nobody knows who saw what, so all are to come back and say what they have.
        this.ports.failed(error)
        return this.backToLog(new Set(this.peers))
      })
      .finally(() => {
        this.stepping = null
        if (this.waits) this.wake()
      })
  }

  private async steps(): Promise<void> {
    while (this.waits) {
      if (this.elsewhere.waits) await this.takeElsewhere()
      const began = performance.now()
      const accepted = this.judging.takeFrom(this.queue, this.closing)
      if (accepted.length > 0) await this.write(accepted, began)
      if (this.judging.doubtful) await this.backToLog(new Set())
      if (this.judging.behind) {
        // Before somebody is refused: what other nodes did may be what makes it lawful.
        this.judging.behind = false
        this.elsewhere.look()
        await this.ports.check()
      }
      for (const { peer, stateVector } of this.asked.splice(0)) this.answer(peer, stateVector)
    }
    if (this.log.measure.isLong) await this.compact()
  }

  private async takeElsewhere(): Promise<void> {
    const { life, last } = this.known
    const { updates, owners, look } = this.elsewhere.take(life, last)
    if (updates.length > 0) this.takeIn(updates, owners)
    if (!look) return
    try {
      const { anew, news, frozen } = await this.log.readOn()
      if (anew) return this.giveUp('anew')
      if (news) this.show(news)
      if (frozen !== null) this.fix(frozen)
    } catch (error) {
      // Nothing is lost by not knowing it yet: it is looked for again.
      this.ports.failed(error)
    }
  }

  private takeIn(updates: readonly Placed[], owners: Iterable<readonly [number, string]>): void {
    const news = this.log.takeIn(updates, owners)
    if (news) this.show(news)
  }

  private async write(accepted: Accepted[], began: number): Promise<void> {
    const places = await this.append(accepted)
    if (places === null) return
    const updates = accepted.map(({ entry }) => entry.update)
    const { life, last } = this.known
    if (!this.ports.alone()) this.ports.tell(runOf(accepted, life, places))
    if (places[0] !== last + 1) {
      const missed = await this.log.takeMissed(places[0] ?? 0, updates)
      if (!missed) return this.backToLog(new Set())
      if (missed.news) this.show(missed.news)
    }
    this.log.measure.grew(updates.length, places.at(-1) ?? last)
    this.show(Y.mergeUpdates(updates))
    this.ports.meter.stepped(accepted.length, (performance.now() - began) / 1000)
  }

  /**
   * Makes durable what was judged good and gives its places; null when it isn't. While the session was changed meanwhile, but nothing of what
   * it was judged by, it is tried again at once; else all of it is judged again.
   */
  private async append(accepted: readonly Accepted[]): Promise<readonly number[] | null> {
    for (let tries = 0; ; tries++) {
      const basis = { life: this.known.life, epoch: this.ports.epoch() }
      try {
        return await this.ports.store.append(accepted.map(({ entry }) => ({ ...entry, basis })))
      } catch (error) {
        const outdated = error instanceof Outdated && tries < TRIES_MAX
        if (!outdated) {
          const all = accepted.map(({ proposal }) => proposal)
          await this.backToLog(new Set(all.map(({ peer }) => peer)), all)
          return null
        }
      }
      this.ports.meter.outdated()
      await this.ports.refresh()
      if (basis.epoch !== this.ports.epoch() && accepted.every(each => this.judging.stands(each))) continue
      this.queue.unshift(...accepted.map(({ proposal }) => proposal))
      await this.backToLog(new Set())
      return null
    }
  }

  /** An update of the server's own that is in the log already. */
  private take(placed: Placed, clients: readonly number[]): void {
    const owners = clients.map(client => [client, SERVER] as const)
    const { life, last } = this.known
    if (placed.place === last + 1) this.takeIn([placed], owners)
    else this.elsewhere.look()
    this.ports.tell({ life, updates: [placed], owners })
  }

  /**
   * The document holds what the log doesn't, or not in its order. Writers still have their edits, and send them again when they come back;
   * when the log can't be read either, everybody is sent away.
   */
  private async backToLog(writers: ReadonlySet<Peer>, proposed: readonly Proposal[] = []): Promise<void> {
    this.judging.doubtful = false
    const { frozen } = this.known
    const read = await this.log.reload().catch(() => null)
    const fixed = this.known.frozen
    // Where it was fixed meanwhile each is judged, and refused, by itself.
    if (fixed !== null && proposed.length > 0) this.queue.unshift(...proposed)
    else for (const peer of writers) this.judging.refuse(peer, fixed === null ? 'store-failed' : 'frozen')
    if (!read || read.anew) return this.giveUp(read ? 'anew' : 'unreadable')
    this.answers.begin(read.stored)
    for (const update of read.behind) this.show(update)
    if (fixed === null) for (const peer of writers) peer.drop()
    else if (frozen === null) this.broadcast(ownMessage({ type: 'frozen', hash: fixed }))
  }

  /** What waits was meant for a document that isn't the log's: it comes back with who sent it. */
  private giveUp(why: 'unreadable' | 'anew'): void {
    this.broken = true
    this.queue = []
    this.asked = []
    this.ports.broke(why)
    for (const peer of [...this.peers]) peer.drop()
  }

  private answer(peer: Peer, stateVector: Uint8Array): void {
    try {
      if (this.live.holdsWiped(stateVector)) return void this.judging.refuse(peer, 'wiped')
      for (const answer of this.answers.for(this.live.doc, stateVector)) peer.send(answer)
    } catch {
      this.judging.refuse(peer, 'malformed-update')
      return
    }
    peer.send(syncMessage(encoder => syncProtocol.writeSyncStep1(encoder, this.live.doc)))
    const { frozen } = this.live
    if (frozen !== null) peer.send(ownMessage({ type: 'frozen', hash: frozen }))
  }

  private async compact(): Promise<void> {
    if (this.broken) return
    try {
      await this.log.compact()
    } catch (error) {
      // The log is whole without it; the next time will do.
      this.ports.failed(error)
      if (error instanceof LogDiffers) this.giveUp('anew')
    }
  }
}

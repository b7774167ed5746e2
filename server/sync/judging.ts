import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { DocumentName, LogEntry } from '#server/store/store.ts'
import type { FollowedLog } from './followed-log.ts'
import { ownMessage } from './message.ts'
import type { Peer, RoomPorts, Run } from './room-ports.ts'

/** `again`: it would have been refused, and is judged once more by what other nodes have done meanwhile. */
export type Proposal = { update: Uint8Array; peer: Peer; inStep: boolean; again?: true }
/** What was judged good and is applied, not durable yet, with who they were and what stage it was when that was judged. */
export type Accepted = { proposal: Proposal; entry: LogEntry; actor: Actor; stage: Stage }

/** What became durable at these places, as other nodes are told it. */
export const runOf = (accepted: readonly Accepted[], life: number, places: readonly number[]): Run => ({
  life,
  updates: accepted.map(({ entry }, index) => ({ update: entry.update, place: places[index] ?? 0 })),
  owners: accepted.flatMap(({ entry }) => entry.clients.map(each => [each, entry.participant] as const)),
})

/** What it costs who made the room read its log again: as much as may be sent at once, counted as `Peer.charge` does. */
const READING_AGAIN = 600_000

type Ports = Pick<
  RoomPorts,
  'stage' | 'stale' | 'present' | 'meter' | 'gate' | 'sizeMax' | 'failed' | 'alone'
>

/** Judges what comes in for one document, and applies what may be. */
export class Judging {
  /** Set when Yjs threw halfway an update or put part of it aside: the document is not what the log makes. */
  doubtful = false
  /** The first in the queue would be refused by what is known here, and other nodes may have done more. */
  behind = false
  private readonly name: DocumentName
  private readonly log: FollowedLog
  private readonly ports: Ports

  constructor(name: DocumentName, log: FollowedLog, ports: Ports) {
    this.name = name
    this.log = log
    this.ports = ports
  }

  /**
   * Takes what is in the queue; what comes after an update that went wrong stays there until the document is read again, and what comes after
   * one that would be refused until this node knows what others did.
   */
  takeFrom(queue: Proposal[], closing: 'frozen' | 'wiped' | null): Accepted[] {
    const accepted: Accepted[] = []
    for (let next = queue.shift(); next; next = queue.shift()) {
      const one = this.attempt(next, closing)
      if (one) accepted.push(one)
      if (this.behind) queue.unshift({ ...next, again: true })
      if (this.behind || this.doubtful) break
    }
    return accepted
  }

  /** Whether who proposed it may still do what they might, and the stage is as it was. */
  stands({ proposal, actor, stage }: Accepted): boolean {
    return this.ports.stage() === stage && isDeepStrictEqual(proposal.peer.actor(), actor)
  }

  refuse(peer: Peer, code: RefusalCode): null {
    this.ports.meter.refused(code)
    peer.send(ownMessage({ type: 'refusal', code }))
    return null
  }

  /** What an update makes throw, in the gate or in Yjs, is held against it alone. */
  private attempt(proposal: Proposal, closing: 'frozen' | 'wiped' | null): Accepted | null {
    try {
      return this.accept(proposal, closing)
    } catch (error) {
      this.ports.failed(error)
      return this.doubt(proposal.peer)
    }
  }

  private wait(): null {
    this.behind = true
    return null
  }

  /** The writer keeps it, and sends it again when they come back: by then it may be known what they may do. */
  private notNow(peer: Peer): null {
    this.refuse(peer, 'store-failed')
    peer.drop()
    return null
  }

  /** The document may hold something of an update that can't be: it is refused, and the document read again. */
  private doubt(peer: Peer): null {
    this.doubtful = true
    peer.charge(READING_AGAIN)
    return this.refuse(peer, 'malformed-update')
  }

  /** Applies a proposal when it may be. Null: refused, or nothing in it that we had not. */
  private accept(proposal: Proposal, closing: 'frozen' | 'wiped' | null): Accepted | null {
    const { peer } = proposal
    if (this.ports.stale()) return this.notNow(peer)
    const [actor, stage] = [peer.actor(), this.ports.stage()]
    if (!actor) return this.refuse(peer, 'removed')
    if (closing === 'wiped') return this.refuse(peer, 'wiped')
    const { live, measure } = this.log
    const { doc, owners: brought } = live
    const owners = { get: (client: number) => brought.get(client) ?? this.ports.present(client) }
    const passed = this.ports.gate(proposal.update, {
      document: this.name.document,
      doc,
      owners,
      actor,
      stage,
      frozen: closing !== null || live.frozen !== null,
    })
    if (!passed.ok && passed.refusal === 'missing-dependency' && !proposal.inStep) return null
    if (!passed.ok && !proposal.again && !this.ports.alone()) return this.wait()
    if (!passed.ok) return this.refuse(peer, passed.refusal)
    if (!passed.value.news) return null
    const { update, clients, steps } = passed.value
    const brings = brought.unknown(clients)
    const grown = measure.size + update.byteLength
    if (grown > this.ports.sizeMax) return this.refuse(peer, 'too-large')
    if (!brought.mayBring(brings.length, actor.id)) return this.refuse(peer, 'too-many-clients')
    if (steps > 0) peer.charge(steps)
    if (!live.apply(update)) return this.doubt(peer)
    brought.claim(brings, actor.id)
    measure.size = grown
    const entry = { ...this.name, update, clients: brings, participant: actor.id }
    return { proposal, entry, actor, stage }
  }
}

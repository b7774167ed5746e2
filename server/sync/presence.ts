import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { frameType } from '#lib/protocol/frames.ts'
import type { ShownElsewhere } from '#server/bus/bus.ts'
import type { Connection } from './connection.ts'
import { type Message, message } from './message.ts'

/** Largest state of one person, as JSON characters. */
const STATE_MAX = 8 * 1024
/** Most clients that one awareness update may name: everybody in a full room, and some who just left. */
const CLIENTS_MAX = 1000
/** States that one reader is shown a second, some 60 kB: what a phone in a full hall can take in, and a person too. */
const SHOWN_PER_SECOND = 600
/** Time between two frames, in ms: a little more for each person who is here. */
const TICK_MS = 25
const TICK_MS_PER_PERSON = 0.03
/** How long, in ms, somebody whose turn has come may take to move once more before the state of their last move is shown. */
const STILL_MS = 250
/** Largest clock that a client is believed; y-protocols' own rises by one with every change. */
const CLOCK_MAX = 2 ** 31

/** Who somebody is to others; comes from the roster, never from the socket. */
export type Shown = { id: string; name: string; partner: string | null }
type Present = {
  owner: Connection | null
  /** The other node that they are on; null: on this one, or on none. */
  node: string | null
  participant: string
  /** As shown to others. At least the client's own, and higher than any shown before: who comes back is seen at once. */
  clock: number
  /** The client's own clock, or that which their node told. When the one shown isn't higher, y-protocols passes over the echo of one's own state. */
  own: number
  state: string
  /** When it was last shown, in ms of performance.now(). */
  shownAt: number
  encoded: Uint8Array | null
}

const gone = 'null'
/** How many who left are remembered, beside as many as are here. */
const GONE_MAX = 4000

/**
 * Who is where in one room, by y-protocols' awareness. A socket speaks for one Yjs client id alone; the rest of what it
 * sends is passed over (y-websocket repeats what it hears from others). Newest state per client, one frame a tick for all;
 * the more people, the less often each is shown, so that what a reader gets stays within bounds.
 */
export class Presence {
  private readonly present = new Map<number, Present>()
  private readonly ids = new Map<Connection, number>()
  /** To be shown in the next frame. */
  private readonly changed = new Set<number>()
  /** Were shown too short ago; their next state, or this one when they stay still, goes along when their turn has come. */
  private readonly waiting = new Set<number>()
  private timer: NodeJS.Timeout | null = null
  private lastTick = 0
  /** Of this node, and to be told to others with the next frame. */
  private readonly untold = new Set<number>()
  private readonly readers: () => Iterable<Connection>
  private readonly tell: (shown: ShownElsewhere[]) => void

  /** `tell` tells other nodes who is shown how by this one. */
  constructor(readers: () => Iterable<Connection>, tell: (shown: ShownElsewhere[]) => void = () => {}) {
    this.readers = readers
    this.tell = tell
  }

  /** Takes an awareness update in; throws when it can't be read. `mayUse` says whether a client id is the sender's to use. */
  receive(from: Connection, update: Uint8Array, shown: Shown, mayUse: (client: number) => boolean): void {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > CLIENTS_MAX) throw new Error('too many clients')
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (this.claims(from, client, state) && mayUse(client)) this.set(from, client, clock, state, shown)
    }
  }

  /** Whose client id this is: who showed it first keeps it, also while their line is away. */
  holder(client: number): string | undefined {
    return this.present.get(client)?.participant
  }

  /** Shows the newcomer everybody who is here. */
  welcome(to: Connection): void {
    const own = this.ids.get(to)
    const here = [...this.present].filter(
      ([client, { owner, node }]) => (owner ?? node) !== null && client !== own,
    )
    if (here.length > 0) to.sendPresence(together(here.map(([client, present]) => encoded(client, present))))
  }

  leave(connection: Connection): void {
    const client = this.ids.get(connection)
    this.ids.delete(connection)
    const present = client === undefined ? undefined : this.present.get(client)
    if (client === undefined || present?.owner !== connection) return
    this.lose(client, present)
    this.untold.add(client)
    this.forgetGone()
  }

  /** Shows whom another node shows. */
  hear(node: string, all: readonly ShownElsewhere[]): void {
    for (const { client, clock, participant, state } of all) {
      const former = this.present.get(client)
      if (former && former.participant !== participant) continue
      if (former?.owner) {
        // They came here from there: what is shown here is the newer, and everybody must see it so.
        if (clock < former.clock) continue
        Object.assign(former, { clock: clock + 1, encoded: null })
        this.untold.add(client)
      } else if (!former || clock > former.own) {
        const there = { owner: null, node: state === gone ? null : node, participant, own: clock, state }
        const shown = { ...there, clock: Math.max(clock, (former?.clock ?? 0) + 1) }
        this.present.set(client, { ...shown, shownAt: Number.NEGATIVE_INFINITY, encoded: null })
      } else continue
      this.show(client)
    }
    this.forgetGone()
  }

  /** Nobody is on that node any more. */
  lost(node: string): void {
    for (const [client, present] of this.present) {
      if (present.node !== node) continue
      this.lose(client, present)
      // Should it be heard of again, they are there as they were.
      present.own = -1
    }
  }

  /** Tells other nodes of everybody who is on this one. */
  tellAll(): void {
    const here = [...this.present].filter(([, { owner }]) => owner !== null)
    if (here.length > 0) this.tell(here.map(([client, present]) => elsewhere(client, present)))
  }

  private lose(client: number, present: Present): void {
    Object.assign(present, { owner: null, node: null, clock: present.clock + 1, state: gone, encoded: null })
    this.show(client)
  }

  /** Who comes back under an id that was forgotten starts anew; in a room that thousands have left that is all right. */
  private forgetGone(): void {
    if (this.present.size < 2 * this.ids.size + GONE_MAX) return
    for (const [client, { owner, node }] of this.present)
      if ((owner ?? node) === null && !this.changed.has(client)) this.present.delete(client)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private claims(from: Connection, client: number, state: string): boolean {
    const had = this.ids.get(from)
    if (had !== undefined) return had === client
    if (state === gone) return false
    // One's own connection of a moment ago may linger; anybody else's id stays theirs.
    return (this.holder(client) ?? from.participant) === from.participant
  }

  private set(from: Connection, client: number, sent: number, said: string, shown: Shown): void {
    const state = stamped(said, shown)
    if (state === null) return
    const former = this.present.get(client)
    if (former?.owner && former.owner !== from) this.ids.delete(former.owner)
    this.ids.set(from, client)
    const own = sent < CLOCK_MAX ? sent : 0
    const present: Present = {
      owner: from,
      node: null,
      participant: from.participant,
      clock: Math.max(own, (former?.clock ?? 0) + 1),
      own,
      state,
      shownAt: former?.shownAt ?? Number.NEGATIVE_INFINITY,
      encoded: null,
    }
    this.present.set(client, present)
    this.untold.add(client)
    const returned = !former?.owner
    if (returned || state === gone || performance.now() >= present.shownAt + this.turn()) this.show(client)
    else this.hold(client)
  }

  /** How often one person is shown, in ms. */
  private turn(): number {
    return (this.ids.size / SHOWN_PER_SECOND) * 1000
  }

  private show(client: number): void {
    this.waiting.delete(client)
    this.changed.add(client)
    this.schedule()
  }

  private hold(client: number): void {
    if (this.changed.has(client)) return
    this.waiting.add(client)
    this.schedule()
  }

  private schedule(): void {
    if (this.timer) return
    const next = this.lastTick + TICK_MS + TICK_MS_PER_PERSON * this.ids.size
    this.timer = setTimeout(() => this.tick(), Math.max(0, next - performance.now()))
    this.timer.unref()
  }

  private tick(): void {
    this.timer = null
    const now = performance.now()
    this.lastTick = now
    for (const client of this.waiting) {
      const present = this.present.get(client)
      if (present && now >= present.shownAt + this.turn() + STILL_MS) this.show(client)
    }
    if (this.changed.size > 0) this.send(now)
    if (this.waiting.size > 0) this.schedule()
  }

  private tellOthers(): void {
    const told = [...this.untold].flatMap(client => {
      const present = this.present.get(client)
      return present ? [elsewhere(client, present)] : []
    })
    this.untold.clear()
    if (told.length > 0) this.tell(told)
  }

  /** One frame for all. Who would take an older state of their own from it gets it without. */
  private send(now: number): void {
    const entries = new Map<number, Uint8Array>()
    for (const client of this.changed) {
      const present = this.present.get(client)
      if (!present) continue
      present.shownAt = now
      entries.set(client, encoded(client, present))
    }
    this.changed.clear()
    this.tellOthers()
    const frame = together([...entries.values()])
    for (const reader of this.readers()) {
      const own = this.ids.get(reader)
      const present = own !== undefined && entries.has(own) ? this.present.get(own) : undefined
      if (!present || present.clock <= present.own) reader.sendPresence(frame)
      else if (entries.size > 1)
        reader.sendPresence(
          together([...entries].flatMap(([client, entry]) => (client === own ? [] : [entry]))),
        )
    }
  }
}

const elsewhere = (client: number, { clock, participant, state }: Present): ShownElsewhere => ({
  client,
  clock,
  participant,
  state,
})

/** The state with the roster's identity in it; null when it is no state or too large. */
function stamped(sent: string, user: Shown): string | null {
  if (sent.length > STATE_MAX) return null
  if (sent === gone) return gone
  const state: unknown = JSON.parse(sent)
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return null
  return JSON.stringify({ ...state, user })
}

function encoded(client: number, present: Present): Uint8Array {
  if (present.encoded) return present.encoded
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, present.clock)
  encoding.writeVarString(encoder, present.state)
  present.encoded = encoding.toUint8Array(encoder)
  return present.encoded
}

function together(entries: readonly Uint8Array[]): Message {
  const head = encoding.createEncoder()
  encoding.writeVarUint(head, entries.length)
  return presenceMessage(Buffer.concat([encoding.toUint8Array(head), ...entries]))
}

/** A message of y-websocket's type awareness. */
function presenceMessage(awarenessUpdate: Uint8Array): Message {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.awareness)
  encoding.writeVarUint8Array(encoder, awarenessUpdate)
  return message(encoding.toUint8Array(encoder))
}

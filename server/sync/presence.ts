import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Connection, presenceFrame } from './connection.ts'

/** Largest state of one person, as JSON characters. */
const STATE_MAX = 8 * 1024
const TICK_MS = 40
/** Most clients that one awareness update may name: everybody in a full room, and some who just left. */
const CLIENTS_MAX = 1000

/** Who somebody is to others; comes from the roster, never from the socket. */
export type Shown = { id: string; name: string; partner: string | null }
/** `clock` is the server's own: it rises with every change, so that a person who comes back is seen at once. */
type Present = { owner: Connection | null; participant: string; clock: number; state: string }

const gone = 'null'

/**
 * Who is where in one room, by y-protocols' awareness. A socket speaks for one Yjs client id alone; the rest of what it
 * sends is passed over (y-websocket repeats what it hears from others). Newest state per client, one frame a tick.
 */
export class Presence {
  private readonly present = new Map<number, Present>()
  private readonly ids = new Map<Connection, number>()
  private readonly changed = new Set<number>()
  private timer: NodeJS.Timeout | null = null
  private readonly readers: () => Iterable<Connection>

  constructor(readers: () => Iterable<Connection>) {
    this.readers = readers
  }

  /** Takes an awareness update in; throws when it can't be read. `mayUse` says whether a client id is the sender's to use. */
  receive(from: Connection, update: Uint8Array, shown: Shown, mayUse: (client: number) => boolean): void {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > CLIENTS_MAX) throw new Error('too many clients')
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (this.claims(from, client, state) && mayUse(client)) this.set(from, client, state, shown)
    }
  }

  /** Shows the newcomer everybody who is here. */
  welcome(to: Connection): void {
    const own = this.ids.get(to)
    const here = [...this.present].filter(([client, { owner }]) => owner !== null && client !== own)
    if (here.length > 0) to.sendPresence(encode(here))
  }

  leave(connection: Connection): void {
    const client = this.ids.get(connection)
    this.ids.delete(connection)
    const present = client === undefined ? undefined : this.present.get(client)
    if (client === undefined || present?.owner !== connection) return
    this.present.set(client, { ...present, owner: null, clock: present.clock + 1, state: gone })
    this.mark(client)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private claims(from: Connection, client: number, state: string): boolean {
    const had = this.ids.get(from)
    if (had !== undefined) return had === client
    if (state === gone) return false
    const present = this.present.get(client)
    // One's own connection of a moment ago may linger; anybody else's id stays theirs.
    return !present?.owner || present.participant === from.participant
  }

  private set(from: Connection, client: number, sent: string, shown: Shown): void {
    const state = stamped(sent, shown)
    if (state === null) return
    const former = this.present.get(client)
    if (former?.owner && former.owner !== from) this.ids.delete(former.owner)
    this.ids.set(from, client)
    const clock = (former?.clock ?? 0) + 1
    this.present.set(client, { owner: from, participant: from.participant, clock, state })
    this.mark(client)
  }

  private mark(client: number): void {
    this.changed.add(client)
    this.timer ??= setTimeout(() => this.tick(), TICK_MS)
    this.timer.unref()
  }

  /** One frame for all who didn't move; each who did gets the same without themself, for their own state is newer. */
  private tick(): void {
    this.timer = null
    const entries = [...this.changed].flatMap(client => {
      const present = this.present.get(client)
      return present ? [[client, present] as const] : []
    })
    this.changed.clear()
    const frame = encode(entries)
    for (const reader of this.readers()) {
      const own = this.ids.get(reader)
      const others = entries.filter(([client]) => client !== own)
      if (others.length === entries.length) reader.sendPresence(frame)
      else if (others.length > 0) reader.sendPresence(encode(others))
    }
  }
}

/** The state with the roster's identity in it; null when it is no state or too large. */
function stamped(sent: string, user: Shown): string | null {
  if (sent.length > STATE_MAX) return null
  if (sent === gone) return gone
  const state: unknown = JSON.parse(sent)
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return null
  return JSON.stringify({ ...state, user })
}

function encode(entries: readonly (readonly [number, Present])[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [client, { clock, state }] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return presenceFrame(encoding.toUint8Array(encoder))
}

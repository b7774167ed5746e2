import type { WebSocket } from 'ws'
import type { Participant } from '#lib/domain/participant.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import { encodeOwnFrame } from '#lib/protocol/frames.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Log } from '#server/log.ts'
import type { DocumentName, Store } from '#server/store/store.ts'
import { Connection, closeCode } from './connection.ts'
import { type Gate, gate } from './gate.ts'
import { type Meter, silentMeter } from './meter.ts'
import { Presence } from './presence.ts'
import { Rate } from './rate.ts'
import { type Peer, Room } from './room.ts'

/** How long an empty room stays in memory. */
const IDLE_MS = 60_000

/** What the rooms ask of the session's rules. Null: nobody, or nothing, of that name. */
export type Roster = {
  actorOf(session: string, participant: string): Promise<Participant | null>
  phaseOf(session: string): Promise<Phase | null>
  viewFor(session: string, participant: string): Promise<SessionView>
}

export type Rooms = {
  /** Takes a socket over; call it within the upgrade's own callback, else its first frames are lost. Never rejects. */
  connect(socket: WebSocket, participant: string, name: DocumentName): Promise<void>
  /** Reads people and phase again, shows everybody their view, and closes the sockets of who was removed. */
  announce(session: string): Promise<void>
  /**
   * Runs `work`, which closes the document in the store and gives the snapshot's hash, on a settled log while nobody can
   * write; then all are told. Opens again when it throws. The session's other documents are read anew afterwards.
   */
  freeze(name: DocumentName, work: () => Promise<string>): Promise<string>
  /** Forgets a document after its last write is durable; sockets are closed and come back to a fresh reading. */
  unload(name: DocumentName): Promise<void>
  /** How many documents are in memory, and how many sockets are open. */
  census(): { rooms: number; connections: number }
  /** Makes all durable and sends everybody away, for a stop. Takes no socket afterwards. */
  drain(): Promise<void>
}

/** `gate`: another judge than the product's, for measuring what judging costs. */
export type RoomsPorts = { store: Store; log: Log; roster: Roster; meter?: Meter; gate?: Gate }

type Seat = { connection: Connection; peer: Peer }
type Open = {
  name: DocumentName
  room: Room
  presence: Presence
  seats: Set<Seat>
  idle: NodeJS.Timeout | null
}
/** A session as the gate needs it at every edit; read anew by `announce`. */
type Known = { phase: Phase; people: Map<string, Participant>; rates: Map<string, Rate> }

const keyOf = (name: DocumentName): string => `${name.session}/${name.document}`

/** Keeps every document that somebody has open, loaded once. */
export function createRooms(ports: RoomsPorts): Rooms {
  return new OpenRooms(ports)
}

class OpenRooms implements Rooms {
  private readonly store: Store
  private readonly log: Log
  private readonly roster: Roster
  private readonly rooms = new Map<string, Promise<Open>>()
  private readonly known = new Map<string, Known>()
  private readonly announcing = new Map<string, Promise<void>>()
  private readonly meter: Meter
  private readonly gate: Gate
  private seated = 0
  private draining = false

  constructor({ store, log, roster, meter, gate: judge }: RoomsPorts) {
    this.store = store
    this.log = log
    this.roster = roster
    this.meter = meter ?? silentMeter
    this.gate = judge ?? gate
  }

  census(): { rooms: number; connections: number } {
    return { rooms: this.rooms.size, connections: this.seated }
  }

  async connect(socket: WebSocket, participant: string, name: DocumentName): Promise<void> {
    const connection = new Connection(socket, participant)
    try {
      if (this.draining) return connection.close(closeCode.goingAway, 'stopping')
      const person = await this.roster.actorOf(name.session, participant)
      if (!person || person.removed) return connection.close(closeCode.notAllowed, 'not in this session')
      const opening = this.open(name)
      const open = await opening
      // Known to the gate before the view is asked, so that no announcement falls between the two.
      await this.meet(name.session, participant)
      const view = await this.roster.viewFor(name.session, participant)
      if (this.draining || this.rooms.get(keyOf(name)) !== opening)
        return connection.close(closeCode.tryAgain, 'read anew')
      this.seat(open, connection)
      connection.send(encodeOwnFrame({ type: 'view', view }))
    } catch (error) {
      this.log('error', 'a socket could not be seated', { ...name, error })
      connection.close(closeCode.tryAgain, 'try again')
    }
  }

  async announce(session: string): Promise<void> {
    // One after the other, so that the newest view is the last one sent.
    const former = this.announcing.get(session) ?? Promise.resolve()
    const next = former.then(() => this.show(session))
    const kept = next.catch(() => {})
    this.announcing.set(session, kept)
    try {
      await next
    } catch (error) {
      this.log('error', 'an announcement failed', { session, error })
    } finally {
      if (this.announcing.get(session) === kept) this.announcing.delete(session)
    }
  }

  async freeze(name: DocumentName, work: () => Promise<string>): Promise<string> {
    const open = await this.open(name)
    try {
      const hash = await open.room.freeze(work)
      // A frozen board starts the statement: whoever had that open, empty, must come back to it.
      const others = (['board', 'statement'] as const).filter(document => document !== name.document)
      for (const document of others) await this.unload({ ...name, document })
      return hash
    } finally {
      this.rest(open)
    }
  }

  async unload(name: DocumentName): Promise<void> {
    const loading = this.rooms.get(keyOf(name))
    if (!loading) return
    const open = await loading
    for (const { connection } of open.seats) connection.close(closeCode.tryAgain, 'read anew')
    await open.room.settled()
    this.forget(open)
  }

  async drain(): Promise<void> {
    this.draining = true
    const opened = await Promise.allSettled(this.rooms.values())
    for (const result of opened) {
      if (result.status === 'rejected') continue
      const open = result.value
      await open.room.settled()
      for (const { connection } of open.seats) connection.close(closeCode.goingAway, 'stopping')
      this.forget(open)
    }
  }

  private open(name: DocumentName): Promise<Open> {
    const key = keyOf(name)
    const had = this.rooms.get(key)
    if (had) return had
    const opening = this.load(name)
    this.rooms.set(key, opening)
    opening.catch(() => this.rooms.delete(key))
    return opening
  }

  private async load(name: DocumentName): Promise<Open> {
    const store = {
      load: () => this.store.loadDocument(name),
      append: (entries: Parameters<Store['appendUpdates']>[0]) => this.store.appendUpdates(entries),
      compact: (state: Uint8Array, last: number) => this.store.compactDocument(name, state, last),
    }
    // Closed until told otherwise: nobody may write in a phase that isn't known.
    const phase = () => this.known.get(name.session)?.phase ?? 'closed'
    const room = await Room.open(name, { store, phase, meter: this.meter, gate: this.gate })
    const seats = new Set<Seat>()
    const presence = new Presence(() => [...seats].map(({ connection }) => connection))
    return { name, room, presence, seats, idle: null }
  }

  private seat(open: Open, connection: Connection): void {
    const { room, presence, seats, name } = open
    const person = () => this.known.get(name.session)?.people.get(connection.participant) ?? null
    const peer: Peer = {
      actor: () => asActor(person()),
      send: frame => connection.send(frame),
      drop: () => {
        connection.close(closeCode.tryAgain, 'the store failed')
        if (room.broken) this.forget(open)
      },
    }
    const seat = { connection, peer }
    if (open.idle) clearTimeout(open.idle)
    open.idle = null
    seats.add(seat)
    this.seated++
    room.peers.add(peer)
    connection.listen({
      asks: stateVector => room.ask(stateVector, peer),
      proposes: update => {
        // Who comes back brings all of it in one update, so that nothing is lost by going slower.
        if (this.mayWrite(name.session, connection.participant)) room.propose(update, peer)
        else connection.close(closeCode.tryAgain, 'too fast')
      },
      presence: update => {
        const who = person()
        if (!who || who.removed) return
        const shown = { id: who.id, name: who.name, partner: who.partner }
        presence.receive(connection, update, shown, client => room.mayUse(client, who.id))
      },
      asksPresence: () => presence.welcome(connection),
      closed: () => {
        seats.delete(seat)
        this.seated--
        room.peers.delete(peer)
        presence.leave(connection)
        this.rest(open)
      },
    })
    presence.welcome(connection)
  }

  /** By person, not by socket or address: more sockets give no more room, and a hall may share an address. */
  private mayWrite(session: string, participant: string): boolean {
    const rates = this.known.get(session)?.rates
    if (!rates) return false
    const now = performance.now()
    const rate = rates.get(participant) ?? new Rate(now)
    rates.set(participant, rate)
    return rate.take(now)
  }

  /** Unloads a room a while after the last one left. */
  private rest(open: Open): void {
    if (open.seats.size > 0 || open.idle) return
    open.idle = setTimeout(async () => {
      await open.room.settled()
      if (open.seats.size === 0) this.forget(open)
      else open.idle = null
    }, IDLE_MS)
    open.idle.unref()
  }

  private forget(open: Open): void {
    if (open.idle) clearTimeout(open.idle)
    open.presence.stop()
    this.rooms.delete(keyOf(open.name))
    const session = `${open.name.session}/`
    if (![...this.rooms.keys()].some(key => key.startsWith(session))) this.known.delete(open.name.session)
  }

  /** Learns who this is, and the session's phase when this is the first one of it. */
  private async meet(session: string, participant: string): Promise<Participant | null> {
    const person = await this.roster.actorOf(session, participant)
    const phase = await this.roster.phaseOf(session)
    if (!person || !phase) return null
    const known = this.known.get(session) ?? { phase, people: new Map(), rates: new Map() }
    known.phase = phase
    known.people.set(participant, person)
    this.known.set(session, known)
    return person
  }

  private async show(session: string): Promise<void> {
    const seats: Seat[] = []
    for (const document of ['board', 'statement'] as const) {
      const open = await this.rooms.get(keyOf({ session, document }))?.catch(() => null)
      if (open) seats.push(...open.seats)
    }
    const present = new Set(seats.map(({ connection }) => connection.participant))
    // The gate's knowledge first: a removed person must not write while the others' views are made.
    const people = new Map<string, Participant | null>()
    for (const id of present) people.set(id, await this.meet(session, id))
    for (const [id, person] of people) {
      const theirs = seats.filter(({ connection }) => connection.participant === id)
      if (!person || person.removed) {
        for (const { connection } of theirs) connection.close(closeCode.notAllowed, 'removed')
        continue
      }
      const frame = encodeOwnFrame({ type: 'view', view: await this.roster.viewFor(session, id) })
      for (const { connection } of theirs) connection.send(frame)
    }
  }
}

function asActor(person: Participant | null): Actor | null {
  if (!person || person.removed) return null
  return { id: person.id, role: person.role, partner: person.partner, mayOrder: person.mayOrder }
}

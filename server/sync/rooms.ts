import { asMeant, documentNames, isShared } from '#lib/documents/names.ts'
import type { Log } from '#server/log.ts'
import type { DocumentName, Replaced, Store } from '#server/store/store.ts'
import { Audience, type Roster } from './audience.ts'
import { Connection, closeCode, type Opened } from './connection.ts'
import { type Gate, gate } from './gate.ts'
import { Journal } from './journal.ts'
import { type Meter, silentMeter } from './meter.ts'
import { Presence } from './presence.ts'
import type { Rate } from './rate.ts'
import { Room } from './room.ts'
import type { Written } from './room-ports.ts'
import { type Open, takeSeat } from './seat.ts'

const IDLE_MS = 60_000
/** Ten times a board of 5,000 notes, and less than what a reader may have unread. */
const SIZE_MAX = 12 * 1024 * 1024

/** How many documents are in memory, how many sockets are open, and for how many seconds the oldest update waits for the disk. */
export type Census = { rooms: number; connections: number; logLag: number }

export type Rooms = {
  /** Takes a socket over to a document by `documentKey`; call it within the upgrade's own callback, else its first frames are lost. Never rejects. */
  connect(opened: Opened, participant: string, name: DocumentName): Promise<void>
  /** Who has the board or the statement of the session open, each once. */
  here(session: string): string[]
  /** Reads people and phase again, shows everybody their view, and closes the sockets of who was removed. */
  announce(session: string): Promise<void>
  /**
   * Runs `work`, which closes the document in the store and gives the snapshot's hash, on a settled log while nobody can
   * write; then all are told. Opens again when it throws. The session's other documents are read anew afterwards.
   */
  freeze(name: DocumentName, work: () => Promise<string>): Promise<string>
  /**
   * Has the server itself write in documents: runs `work`, whose one transaction makes that durable, while nobody else writes in
   * them; then shows it to who has them open. When it throws nothing was written.
   */
  write<T extends Written>(names: readonly DocumentName[], work: () => Promise<T>): Promise<T>
  /**
   * Has all documents of a session begin anew: runs `work`, which empties them in the store, while nobody can write in them. Then
   * their sockets are closed; who comes back with what was there before is refused it. When it throws nothing has changed.
   */
  wipe<T>(session: string, work: () => Promise<T>): Promise<T>
  /** Writes the logs of what is open in a session anew, so that who reads them next reads what everybody sees. Never rejects. */
  renew(session: string): Promise<void>
  /** Forgets all documents of a session that not everybody has: the store has cleared its desks. */
  clearDesks(session: string): Promise<void>
  /** Forgets a document after its last write is durable; sockets are closed and come back to a fresh reading. */
  unload(name: DocumentName): Promise<void>
  census(): Census
  /** Makes all durable and sends everybody away, for a stop. Takes no socket afterwards. */
  drain(): Promise<void>
}

/**
 * `gate`: another judge than the product's, for measuring what judging costs. `idleMs`: how long an empty room stays in memory,
 * a minute when not told otherwise. `sizeMax`: the largest document, in bytes of its log.
 */
export type RoomsPorts = {
  store: Store
  log: Log
  roster: Roster
  meter?: Meter
  gate?: Gate
  idleMs?: number
  sizeMax?: number
}

const keyOf = (name: DocumentName): string => `${name.session}/${name.document}`

/** Keeps every document that somebody has open, loaded once. */
export function createRooms(ports: RoomsPorts): Rooms {
  return new OpenRooms(ports)
}

class OpenRooms implements Rooms {
  private readonly store: Store
  private readonly log: Log
  private readonly journal: Journal
  private readonly audience: Audience
  private readonly rooms = new Map<string, Promise<Open>>()
  private readonly meter: Meter
  private readonly gate: Gate
  private readonly idleMs: number
  private readonly sizeMax: number
  private seated = 0
  private draining = false

  constructor({ store, log, roster, meter, gate: judge, idleMs, sizeMax }: RoomsPorts) {
    this.store = store
    this.log = log
    this.journal = new Journal(store)
    this.audience = new Audience(roster, log, session => this.seatedIn(session))
    this.meter = meter ?? silentMeter
    this.gate = judge ?? gate
    this.idleMs = idleMs ?? IDLE_MS
    this.sizeMax = sizeMax ?? SIZE_MAX
  }

  census(): Census {
    return { rooms: this.rooms.size, connections: this.seated, logLag: this.journal.lag() }
  }

  async connect(opened: Opened, participant: string, asked: DocumentName): Promise<void> {
    const connection = new Connection(opened, participant)
    try {
      if (this.draining) return connection.close(closeCode.goingAway, 'stopping')
      const who = await this.audience.enter(asked.session, participant)
      const document = who && asMeant(asked.document, who)
      if (!document) return connection.close(closeCode.notAllowed, 'not in this session')
      const name = { ...asked, document }
      const opening = this.open(name)
      const open = await opening
      if (this.draining || this.rooms.get(keyOf(name)) !== opening)
        return connection.close(closeCode.tryAgain, 'read anew')
      if (!this.audience.person(name.session, participant))
        return connection.close(closeCode.notAllowed, 'removed')
      const rate = this.audience.rate(name.session, participant)
      if (!rate?.takeSocket()) return connection.close(closeCode.tryAgain, 'too many sockets')
      this.seat(open, connection, rate)
      this.audience.greet(name.session, connection)
    } catch (error) {
      this.log('error', 'a socket could not be seated', { ...asked, error })
      connection.close(closeCode.tryAgain, 'try again')
    }
  }

  here(session: string): string[] {
    return this.audience.here(session)
  }

  announce(session: string): Promise<void> {
    return this.audience.announce(session)
  }

  async freeze(name: DocumentName, work: () => Promise<string>): Promise<string> {
    const open = await this.hold(name)
    try {
      const before = open.room.frozen
      const hash = await open.room.freeze(work)
      // A frozen board starts the statement: whoever had that open, empty, must come back to it.
      const others = before === null ? documentNames.filter(document => document !== name.document) : []
      for (const document of others) await this.unload({ ...name, document })
      return hash
    } finally {
      this.letGo(open)
    }
  }

  async write<T extends Written>(names: readonly DocumentName[], work: () => Promise<T>): Promise<T> {
    const opened = await Promise.all(names.map(name => this.hold(name)))
    try {
      let held = async () => {
        const done = await work()
        // What it changed of who may do what holds for whatever comes in meanwhile.
        for (const session of new Set(names.map(name => name.session))) await this.audience.refresh(session)
        return done
      }
      for (const { room } of opened.toReversed()) {
        const within = held
        held = () => room.adopt(within)
      }
      return await held()
    } finally {
      for (const open of opened) this.letGo(open)
    }
  }

  /** Opens a document that isn't let go of until `held` is taken back: a second copy of it would not know what the server wrote. */
  private async hold(name: DocumentName): Promise<Open> {
    for (;;) {
      const opening = this.open(name)
      const open = await opening
      if (this.rooms.get(keyOf(name)) !== opening) continue
      open.held++
      return open
    }
  }

  private letGo(open: Open): void {
    open.held--
    this.unloadLater(open)
  }

  async wipe<T>(session: string, work: () => Promise<T>): Promise<T> {
    const others = await Promise.allSettled(this.roomsOf(session))
    const documents = others.flatMap(each => (each.status === 'fulfilled' ? [each.value.name.document] : []))
    const all = [...new Set([...documentNames, ...documents])]
    const opened = await Promise.all(all.map(document => this.hold({ session, document })))
    try {
      let ending = work
      for (const { room } of opened) {
        const within = ending
        ending = () => room.end(within)
      }
      const done = await ending()
      for (const { name } of opened) await this.unload(name)
      return done
    } finally {
      for (const open of opened) this.letGo(open)
    }
  }

  async renew(session: string): Promise<void> {
    for (const loading of this.roomsOf(session)) await (await loading.catch(() => null))?.room.renew()
  }

  async clearDesks(session: string): Promise<void> {
    for (const loading of this.roomsOf(session)) {
      const name = await loading.then(
        open => open.name,
        () => null,
      )
      if (name && !isShared(name.document)) await this.unload(name)
    }
  }

  async unload(name: DocumentName): Promise<void> {
    const open = await this.rooms.get(keyOf(name))?.catch(() => null)
    if (!open) return
    const sendAway = () => {
      for (const connection of open.seats) connection.close(closeCode.tryAgain, 'read anew')
    }
    sendAway()
    await open.room.settled()
    // Who came in meanwhile would stay behind in a room that nobody finds any more.
    sendAway()
    this.forget(open)
  }

  async drain(): Promise<void> {
    this.draining = true
    const opened = await Promise.allSettled(this.rooms.values())
    for (const result of opened) {
      if (result.status === 'rejected') continue
      const open = result.value
      await open.room.settled()
      for (const connection of open.seats) connection.close(closeCode.goingAway, 'stopping')
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
      load: async () => {
        const stored = await this.store.loadDocument(name)
        const { damaged } = stored
        if (damaged > 0)
          this.log('error', 'updates had changed on the disk and are kept aside', { ...name, count: damaged })
        return stored
      },
      append: (entries: Parameters<Store['appendUpdates']>[0]) => this.journal.append(entries),
      compact: (state: Uint8Array, replaced: Replaced) => this.store.compactDocument(name, state, replaced),
    }
    const seats = new Set<Connection>()
    const presence = new Presence(() => seats)
    let open: Open | null = null
    const room = await Room.open(name, {
      store,
      stage: () => this.audience.stage(name),
      present: client => presence.holder(client),
      meter: this.meter,
      gate: this.gate,
      sizeMax: this.sizeMax,
      failed: error => this.log('error', 'a room stumbled', { ...name, error }),
      broke: () => {
        this.log('error', 'a document could not be read again, and is opened anew', { ...name })
        if (open) this.forget(open)
      },
    })
    open = { name, room, presence, seats, held: 0, idle: null, gone: false }
    return open
  }

  private seat(open: Open, connection: Connection, rate: Rate): void {
    if (open.idle) clearTimeout(open.idle)
    open.idle = null
    this.seated++
    takeSeat({ open, connection, rate, audience: this.audience }, () => {
      this.seated--
      this.unloadLater(open)
    })
  }

  /** Unloads a room a while after the last one left. */
  private unloadLater(open: Open): void {
    if (open.gone || open.seats.size > 0 || open.held > 0 || open.idle) return
    open.idle = setTimeout(async () => {
      await open.room.settleDown()
      if (open.seats.size === 0 && open.held === 0 && !open.room.busy) this.forget(open)
      else open.idle = null
    }, this.idleMs)
    open.idle.unref()
  }

  private forget(open: Open): void {
    if (open.gone) return
    open.gone = true
    if (open.idle) clearTimeout(open.idle)
    open.presence.stop()
    this.rooms.delete(keyOf(open.name))
    if (this.roomsOf(open.name.session).length === 0) this.audience.forget(open.name.session)
  }

  private async seatedIn(session: string): Promise<Connection[]> {
    const here: Connection[] = []
    for (const loading of this.roomsOf(session)) {
      const open = await loading.catch(() => null)
      if (open) for (const connection of open.seats) here.push(connection)
    }
    return here
  }

  private roomsOf(session: string): Promise<Open>[] {
    return [...this.rooms].flatMap(([key, opening]) => (key.startsWith(`${session}/`) ? [opening] : []))
  }
}

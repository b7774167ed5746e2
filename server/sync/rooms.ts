import { asMeant, documentNames, isShared } from '#lib/documents/names.ts'
import { createLoneBus } from '#server/bus/in-process.ts'
import { usualLimits } from '#server/limits.ts'
import type { Log } from '#server/log.ts'
import type { DocumentName, Store } from '#server/store/store.ts'
import { Audience } from './audience.ts'
import { Connection, closeCode, type Opened } from './connection.ts'
import { type Gate, gate } from './gate.ts'
import { Journal } from './journal.ts'
import { type Meter, silentMeter } from './meter.ts'
import { moveAway } from './move-away.ts'
import { Neighbours } from './neighbours.ts'
import { openRoom } from './open-room.ts'
import type { Rate } from './rate.ts'
import type { Written } from './room-ports.ts'
import type { Census, Rooms, RoomsPorts } from './rooms-ports.ts'
import { type Open, takeSeat } from './seat.ts'

const IDLE_MS = 60_000

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
  private readonly neighbours: Neighbours
  private readonly rooms = new Map<string, Promise<Open>>()
  private readonly loaded = new Set<Open>()
  /** What those asked for who are coming in: until they are seated, or sent away. */
  private readonly arriving = new Set<DocumentName>()
  /** Sessions whose documents begin anew just now: what is opened meanwhile is read when that is done. */
  private readonly wiping = new Map<string, Promise<void>>()
  private readonly meter: Meter
  private readonly gate: Gate
  private readonly idleMs: number
  private readonly sizeMax: number
  private seated = 0
  private draining = false

  constructor({ store, log, roster, meter, gate: judge, idleMs, sizeMax, bus, lookEvery }: RoomsPorts) {
    this.store = store
    this.log = log
    this.journal = new Journal(store)
    const seated = (session: string) => this.seatedIn(session)
    this.audience = new Audience(roster, log, seated, (session, people) =>
      this.neighbours.tell(session, { type: 'here', people }),
    )
    this.neighbours = new Neighbours({
      bus: bus ?? createLoneBus(),
      store,
      log,
      audience: this.audience,
      open: () => this.loaded,
      ...(lookEvery && { lookEvery }),
    })
    this.meter = meter ?? silentMeter
    this.gate = judge ?? gate
    this.idleMs = idleMs ?? IDLE_MS
    this.sizeMax = sizeMax ?? usualLimits.document
  }

  census(): Census {
    let unsent = 0
    for (const { seats } of this.loaded) for (const each of seats) unsent = Math.max(unsent, each.unsent)
    return {
      rooms: this.rooms.size,
      sessions: this.audience.size,
      connections: this.seated,
      logLag: this.journal.lag(),
      unsent,
    }
  }

  async connect(opened: Opened, participant: string, asked: DocumentName): Promise<void> {
    this.arriving.add(asked)
    await this.comeIn(opened, participant, asked)
    this.arriving.delete(asked)
    this.forgetQuiet(asked.session)
  }

  private async comeIn(opened: Opened, participant: string, asked: DocumentName): Promise<void> {
    const connection = new Connection(opened, participant)
    try {
      if (this.draining) return connection.close(closeCode.moving, 'moving')
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

  async announce(session: string): Promise<void> {
    this.neighbours.tell(session, { type: 'changed' })
    // Where nobody is there is nobody to tell, and nothing is remembered: who comes reads it all anew.
    if (!this.isBusy(session)) return
    await this.audience.announce(session)
    this.forgetQuiet(session)
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
      let writing = async () => {
        const done = await work()
        // What it changed of who may do what holds for whatever comes in meanwhile.
        for (const session of new Set(names.map(name => name.session))) await this.audience.refresh(session)
        return done
      }
      for (const { room } of opened.toReversed()) {
        const within = writing
        writing = () => room.adopt(within)
      }
      return await writing()
    } finally {
      for (const open of opened) this.letGo(open)
    }
  }

  /** Opens a document that isn't let go of while it is in use: a second copy of it would not know what the server wrote. */
  private async hold(name: DocumentName): Promise<Open> {
    for (;;) {
      const opening = this.open(name)
      const open = await opening
      if (this.rooms.get(keyOf(name)) !== opening) continue
      open.inUse++
      return open
    }
  }

  private letGo(open: Open): void {
    open.inUse--
    this.unloadLater(open)
  }

  async wipe<T>(session: string, work: () => Promise<T>): Promise<T> {
    const opened = new Map<DocumentName['document'], Open>()
    try {
      const over = await this.beginWiping(session, opened)
      let ending = work
      for (const { room } of opened.values()) {
        const within = ending
        ending = () => room.end(within)
      }
      const done = await ending().finally(over)
      for (const { name } of opened.values()) await this.unload(name)
      return done
    } finally {
      for (const open of opened.values()) this.letGo(open)
    }
  }

  /**
   * Holds what everybody has, and whatever else of a session is open, also what somebody opens meanwhile. From then on, until what it gives
   * is called, nothing is read of what is about to go.
   */
  private async beginWiping(
    session: string,
    opened: Map<DocumentName['document'], Open>,
  ): Promise<() => void> {
    const unreadable = new Set<string>()
    for (;;) {
      const all = [...documentNames, ...this.documentsOf(session)]
      const [document] = all.filter(each => !opened.has(each) && !unreadable.has(each))
      // At once after the last was found: nobody opens another in between.
      if (document === undefined) break
      const open = await this.hold({ session, document }).catch(error => {
        if (isShared(document)) throw error
        return null
      })
      if (open) opened.set(document, open)
      else unreadable.add(document)
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.wiping.set(session, promise)
    return () => {
      if (this.wiping.get(session) === promise) this.wiping.delete(session)
      resolve()
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
    const all = opened.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
    await moveAway(all)
    for (const open of all) this.forget(open)
    await this.neighbours.stop()
  }

  private open(name: DocumentName): Promise<Open> {
    const key = keyOf(name)
    const had = this.rooms.get(key)
    if (had) return had
    const opening = this.load(name)
    this.rooms.set(key, opening)
    opening.catch(() => {
      this.rooms.delete(key)
      this.forgetQuiet(name.session)
    })
    return opening
  }

  private async load(name: DocumentName): Promise<Open> {
    while (this.wiping.has(name.session)) await this.wiping.get(name.session)
    this.neighbours.follow(name.session)
    const { store, log, journal, audience, neighbours, meter, gate, sizeMax } = this
    const broke = (broken: Open) => this.forget(broken)
    const ports = { store, log, journal, audience, neighbours, meter, gate, sizeMax, broke }
    const open = await openRoom(name, ports)
    this.loaded.add(open)
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
    if (open.gone || open.seats.size > 0 || open.inUse > 0 || open.idle) return
    open.idle = setTimeout(async () => {
      await open.room.settleDown()
      if (open.seats.size === 0 && open.inUse === 0 && !open.room.busy) this.forget(open)
      else open.idle = null
    }, this.idleMs)
    open.idle.unref()
  }

  private forget(open: Open): void {
    if (open.gone) return
    open.gone = true
    if (open.idle) clearTimeout(open.idle)
    open.presence.stop()
    this.loaded.delete(open)
    this.rooms.delete(keyOf(open.name))
    this.forgetQuiet(open.name.session)
  }

  /** Whether somebody has a document of the session open, or comes in. */
  private isBusy(session: string): boolean {
    const arrives = [...this.arriving].some(asked => asked.session === session)
    return arrives || this.documentsOf(session).length > 0
  }

  private forgetQuiet(session: string): void {
    if (this.isBusy(session)) return
    this.audience.forget(session)
    this.neighbours.unfollow(session)
  }

  private async seatedIn(session: string): Promise<Connection[]> {
    const here: Connection[] = []
    for (const loading of this.roomsOf(session)) {
      const open = await loading.catch(() => null)
      if (open) for (const connection of open.seats) here.push(connection)
    }
    return here
  }

  private documentsOf(session: string): DocumentName['document'][] {
    const start = `${session}/`
    const keys = [...this.rooms.keys()].filter(key => key.startsWith(start))
    return keys.map(key => key.slice(start.length) as DocumentName['document'])
  }

  private roomsOf(session: string): Promise<Open>[] {
    return [...this.rooms].flatMap(([key, opening]) => (key.startsWith(`${session}/`) ? [opening] : []))
  }
}

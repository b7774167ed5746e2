import type { Bus } from '#server/bus/bus.ts'
import type { Log } from '#server/log.ts'
import type { DocumentName, Store } from '#server/store/store.ts'
import type { Roster } from './audience.ts'
import type { Opened } from './connection.ts'
import type { Gate } from './gate.ts'
import type { Meter } from './meter.ts'
import type { Written } from './room-ports.ts'

/**
 * How many documents and sessions are in memory, how many sockets are open, for how many seconds the oldest update waits for the disk,
 * and how many bytes the slowest reader has not taken yet.
 */
export type Census = { rooms: number; sessions: number; connections: number; logLag: number; unsent: number }

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
  /** Makes all durable and sends everybody to the next process, for a stop. Takes no socket afterwards. */
  drain(): Promise<void>
}

/**
 * `gate`: another judge than the product's, for measuring what judging costs. `idleMs`: how long an empty room stays in memory,
 * a minute when not told otherwise. `sizeMax`: the largest document, in bytes of its log. `bus`: to the other nodes over the same store;
 * without it there are none. `lookEvery`: how often, in ms, what those did is looked up, as in `neighbours.ts`.
 */
export type RoomsPorts = {
  store: Store
  log: Log
  roster: Roster
  meter?: Meter
  gate?: Gate
  idleMs?: number
  sizeMax?: number
  bus?: Bus
  lookEvery?: { connected: number; away: number }
}

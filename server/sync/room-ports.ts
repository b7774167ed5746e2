import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { LogEntry, Placed, Replaced, ServerUpdate, StoredDocument, Tail } from '#server/store/store.ts'
import type { Gate } from './gate.ts'
import type { Message } from './message.ts'
import type { Meter } from './meter.ts'

/** Somebody on the other end of a socket, as far as a room cares. `actor` is null once the person was removed. */
export type Peer = {
  actor(): Actor | null
  send(message: Message): void
  /** Counts what an update cost, in items looked at, against what this person may cost. */
  charge(steps: number): void
  /** Disconnects after the store failed; when the peer comes back the usual exchange brings what the log lacks. */
  drop(): void
}
/** What a room needs of the world outside. */
export type RoomPorts = {
  store: RoomStore
  stage(): Stage
  /** By which epoch of the session `stage` and the peers' `actor` are. */
  epoch(): number
  /** Whether `stage` and `actor` could not be read again after a change. */
  stale(): boolean
  /** Reads again who may do what, for the session was changed. Never rejects. */
  refresh(): Promise<void>
  /** As `refresh`, where another node may have changed it. */
  check(): Promise<void>
  /** Whether there are no other nodes that may write here. */
  alone(): boolean
  /** Tells other nodes what became durable here. */
  tell(run: Run): void
  /** Whom a Yjs client id belongs to that nobody has written under yet. */
  present(client: number): string | undefined
  meter: Meter
  gate: Gate
  /** Largest document, in bytes of its log. */
  sizeMax: number
  /** Tells of an error that should not be; the room goes on from its log. */
  failed(error: unknown): void
  /** The room is of no use any more, as its log can't be read or the document began anew: who comes next opens another. */
  broke(why: 'unreadable' | 'anew'): void
}
/** Updates in one run of places of a document's life, and whose the Yjs client ids are that came along. */
export type Run = {
  life: number
  updates: readonly Placed[]
  owners: readonly (readonly [number, string])[]
}
export type RoomStore = {
  load(): Promise<StoredDocument>
  /** What came in the log behind a place. */
  since(place: number): Promise<Tail>
  /** Resolves with the entries' places in the log. */
  append(entries: LogEntry[]): Promise<readonly number[]>
  compact(state: Uint8Array, replaced: Replaced): Promise<void>
}
/** What the server itself wrote, in this document and perhaps in others. */
export type Written = { written: readonly ServerUpdate[] }

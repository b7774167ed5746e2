import type { Actor } from '#lib/domain/permissions.ts'
import type { Stage } from '#lib/domain/phase.ts'
import type { LogEntry, Replaced, ServerUpdate, StoredDocument } from '#server/store/store.ts'
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
  /** Whom a Yjs client id belongs to that nobody has written under yet. */
  present(client: number): string | undefined
  meter: Meter
  gate: Gate
  /** Largest document, in bytes of its log. */
  sizeMax: number
  /** Tells of an error that should not be; the room goes on from its log. */
  failed(error: unknown): void
  /** The room is of no use any more: who comes next opens another. */
  broke(): void
}
export type RoomStore = {
  load(): Promise<StoredDocument>
  /** Resolves with the entries' places in the log. */
  append(entries: LogEntry[]): Promise<readonly number[]>
  compact(state: Uint8Array, replaced: Replaced): Promise<void>
}
/** What the server itself wrote, in this document and perhaps in others. */
export type Written = { written: readonly ServerUpdate[] }

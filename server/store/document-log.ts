import type { DocumentKey } from '#lib/documents/names.ts'

/** A document of a session: free-form text that is written through Yjs. */
export type DocumentName = { session: string; document: DocumentKey }

/**
 * What a node went by when it judged an update: in which life of the document (it begins anew when its content is wiped) and in which epoch
 * of the session (every transaction that changes something of a session begins the next).
 */
export type Basis = { life: number; epoch: number }
/**
 * One accepted update, with the Yjs client ids that it brings and whose they are. `basis`: what it was judged by; absent, it holds whatever
 * has changed.
 */
export type LogEntry = DocumentName & {
  update: Uint8Array
  clients: readonly number[]
  participant: string
  basis?: Basis
}
/** An update in its place in a document's log. */
export type Placed = { place: number; update: Uint8Array }
/** How a document stands: in which life, fixed under which hash, and the place of its last update (0 when there is none). */
export type Head = { life: number; frozen: string | null; last: number }
/**
 * What came in a document's log behind a place, with whose the Yjs client ids are that came along. A part of it that was compacted is there as
 * one state, which holds what lies before that place too.
 */
export type Tail = Head & { updates: Placed[]; owners: Map<number, string> }
/** How a session stands: its epoch, and its documents that were begun. */
export type Glance = { epoch: number; documents: Map<DocumentKey, Head> }
/** Who writes where the server itself does. */
export const SERVER = 'server'
/** Whose a Yjs client id is that was written under before the session's content was wiped. */
export const WIPED = 'wiped'
/** An update of the server's own in its place in a document's log, with the Yjs client ids that are the server's. */
export type ServerUpdate = {
  document: DocumentKey
  update: Uint8Array
  clients: readonly number[]
  place: number
}
/** What a document is made of: updates in their order (the first may be a compacted state), who owns which client id. */
export type StoredDocument = {
  updates: Uint8Array[]
  /** Updates that had changed on the disk, and are left out. What built on them waits. */
  damaged: number
  owners: Map<number, string>
  frozen: string | null
  last: number
  life: number
}

/** The part of a log of this life that a state takes the place of: all up to and with `last`, in no more than so many rows. */
export type Replaced = { life: number; last: number; updates: number }

/** A document that takes nothing any more: it was fixed, or it is a desk and those are cleared. */
export class DocumentFrozen extends Error {}

/** A log holds something that its writer doesn't know of. */
export class LogDiffers extends Error {}

/**
 * What an update was judged by holds no more: the session was changed, its content wiped, or somebody else brought a Yjs client id of it first.
 * Who judges it again, by how things are now, may have it taken.
 */
export class Outdated extends Error {}

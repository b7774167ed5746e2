import type { DocumentKey } from '#lib/documents/names.ts'
import type { Placed } from '#server/store/store.ts'

/** How one person is shown in a document by the node that they are on; `state` is JSON, 'null' when they have left. */
export type ShownElsewhere = { client: number; clock: number; participant: string; state: string }

/** What nodes tell each other of a session. All of it may be lost, come late, twice or in another order. */
export type News =
  /** Updates in one run of places that are durable in this life of the document, and whose the Yjs client ids are that came along. */
  | {
      type: 'updates'
      document: DocumentKey
      life: number
      updates: readonly Placed[]
      owners: readonly (readonly [number, string])[]
    }
  /** People who are shown otherwise than before, or newly. */
  | { type: 'presence'; document: DocumentKey; shown: readonly ShownElsewhere[] }
  /** All who have the board or the statement open on that node. */
  | { type: 'here'; people: readonly string[] }
  /** Something was changed in the store that isn't in other news. */
  | { type: 'changed' }
  /** Who tells it knows nothing yet of who is on other nodes. */
  | { type: 'wanted' }

/** Who hears what other nodes tell. None of these may throw. */
export type Hearer = {
  hear(session: string, node: string, news: News): void
  /** From now on all that is told of these sessions is heard: what was told before may have been missed. */
  joined(sessions: readonly string[]): void
  /** A node is gone, or wasn't heard of for a while. */
  lost(node: string): void
}

/** `alone`: there are no other nodes. `away`: there may be, and they can't be heard now. */
export type BusState = 'alone' | 'connected' | 'away'

/**
 * Carries news between the nodes of one installation. It makes things quick and nothing true: what is lost here is found in the store.
 */
export interface Bus {
  /** This node's own name, another at each start. */
  readonly node: string
  state(): BusState
  /** How many pieces of news it could not tell since it was opened. */
  untold(): number
  /** Tells it to all other nodes that have joined the session. Never throws; what can't be told is lost. */
  tell(session: string, news: News): void
  /** Wants to hear of a session, until it leaves it; `joined` is called when that is so, and again after it was away. */
  join(session: string): void
  leave(session: string): void
  /** To be called once, before anything else. */
  listen(hearer: Hearer): void
  /** Says that this node goes. */
  close(): Promise<void>
}

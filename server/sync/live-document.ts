import * as Y from 'yjs'
import { type StoredDocument, WIPED } from '#server/store/store.ts'
import { ClientOwners } from './client-owners.ts'

/** A document as its log makes it, in memory, and whose the Yjs client ids in it are. */
export class LiveDocument {
  doc = new Y.Doc({ gc: true })
  owners = new ClientOwners(new Map())
  /** The hash under which it was fixed, null while it isn't. */
  frozen: string | null = null

  /** Puts what is stored in its place. */
  read(stored: StoredDocument): void {
    const doc = new Y.Doc({ gc: true })
    doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(doc, update)
    })
    this.doc.destroy()
    this.doc = doc
    this.owners = new ClientOwners(stored.owners)
    this.frozen = stored.frozen
  }

  /** False when Yjs put a part of an update aside, which the gate did not see coming. Throws where Yjs does. */
  apply(update: Uint8Array): boolean {
    const { store } = this.doc
    const aside = () => store.pendingStructs !== null || store.pendingDs !== null
    // A log that lost a part has something aside for good.
    const before = aside()
    Y.applyUpdate(this.doc, update)
    return before || !aside()
  }

  /** Puts in what the log has from elsewhere, in its order, and gives what of it was new here; null when nothing was. */
  takeIn(updates: readonly Uint8Array[], owners: Iterable<readonly [number, string]>): Uint8Array | null {
    let news: Uint8Array | null = null
    const emitted = (update: Uint8Array) => {
      news = update
    }
    this.doc.on('update', emitted)
    try {
      this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update)
      })
    } finally {
      this.doc.off('update', emitted)
    }
    for (const [client, owner] of owners) this.owners.claim([client], owner)
    return news
  }

  /** Whether who has this state vector holds what was here before the content was wiped. */
  holdsWiped(stateVector: Uint8Array): boolean {
    return [...Y.decodeStateVector(stateVector).keys()].some(client => this.owners.get(client) === WIPED)
  }
}

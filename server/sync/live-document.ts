import * as Y from 'yjs'
import { type StoredDocument, WIPED } from '#server/store/store.ts'
import { ClientOwners } from './client-owners.ts'

/** A document as its log makes it, in memory, and whose the Yjs client ids in it are. */
export class LiveDocument {
  doc = new Y.Doc({ gc: true })
  owners = new ClientOwners(new Map())

  /** Puts what is stored in its place. */
  read(stored: StoredDocument): void {
    const doc = new Y.Doc({ gc: true })
    doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(doc, update)
    })
    this.doc.destroy()
    this.doc = doc
    this.owners = new ClientOwners(stored.owners)
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

  /** Whether who has this state vector holds what was here before the content was wiped. */
  holdsWiped(stateVector: Uint8Array): boolean {
    return [...Y.decodeStateVector(stateVector).keys()].some(client => this.owners.get(client) === WIPED)
  }
}

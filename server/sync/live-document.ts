import * as Y from 'yjs'
import { type StoredDocument, WIPED } from '#server/store/store.ts'
import { ClientOwners } from './client-owners.ts'

/**
 * A document of Yjs that lets go of what it did. Yjs puts another list in the place of that of its last transactions and leaves them in the
 * former. In a quiet room that list has grown old by then, and what an old object points to, though nobody needs either, V8 takes for needed
 * until it looks through everything: four kB an edit (docs/decisions/0006-where-the-time-goes.md).
 */
function lightDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  doc.on('afterAllTransactions', (_doc, transactions) => {
    transactions.length = 0
  })
  return doc
}

/** A document as its log makes it, in memory, and whose the Yjs client ids in it are. */
export class LiveDocument {
  doc = lightDoc()
  owners = new ClientOwners(new Map())
  /** The hash under which it was fixed, null while it isn't. */
  frozen: string | null = null

  /** Puts what is stored in its place. */
  read(stored: StoredDocument): void {
    const doc = lightDoc()
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

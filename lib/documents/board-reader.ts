import type * as Y from 'yjs'
import { type Board, inOrder, readEntries, readEntry } from './board.ts'
import { type BoardRoot, boardRoots } from './layout.ts'

type Entries<R extends BoardRoot> = {
  list: Board[R]
  byId: Map<string, Board[R][number]>
  dirty: Set<string>
}

/**
 * A document's board that is read again only where it changed, for a wall of a thousand notes of which one is being typed in.
 * What stayed the same stays the same object: an entry, and a list in which nothing changed.
 */
export class BoardReader {
  private readonly doc: Y.Doc
  private readonly roots: { [R in BoardRoot]: Entries<R> }
  private board: Board

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.roots = {
      notes: this.watch('notes'),
      lines: this.watch('lines'),
      proposals: this.watch('proposals'),
      cement: this.watch('cement'),
      replies: this.watch('replies'),
      reactions: this.watch('reactions'),
      breakthroughs: this.watch('breakthroughs'),
      results: this.watch('results'),
    }
    this.board = this.gather()
  }

  read = (): Board => {
    const changed = boardRoots.map(name => this.readAgain(name)).includes(true)
    if (changed) this.board = this.gather()
    return this.board
  }

  private watch<R extends BoardRoot>(name: R): Entries<R> {
    const list = readEntries(this.doc, name)
    const dirty = new Set<string>()
    this.doc.getMap(name).observeDeep(events => {
      for (const { path, keys } of events) {
        const [id] = path
        if (id !== undefined) dirty.add(String(id))
        else for (const key of keys.keys()) dirty.add(key)
      }
    })
    return { list, byId: new Map(list.map(entry => [entry.id, entry])), dirty }
  }

  private readAgain<R extends BoardRoot>(name: R): boolean {
    const entries: Entries<R> = this.roots[name]
    let changed = false
    for (const id of entries.dirty) {
      const entry = readEntry(this.doc, name, id)
      if (JSON.stringify(entry) === JSON.stringify(entries.byId.get(id) ?? null)) continue
      changed = true
      if (entry) entries.byId.set(id, entry)
      else entries.byId.delete(id)
    }
    entries.dirty.clear()
    if (changed) entries.list = inOrder([...entries.byId.values()]) as Board[R]
    return changed
  }

  private gather(): Board {
    const { notes, lines, proposals, cement, replies, reactions, breakthroughs, results } = this.roots
    return {
      notes: notes.list,
      lines: lines.list,
      proposals: proposals.list,
      cement: cement.list,
      replies: replies.list,
      reactions: reactions.list,
      breakthroughs: breakthroughs.list,
      results: results.list,
    }
  }
}

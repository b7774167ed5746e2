import type * as Y from 'yjs'
import { BoardReader } from '#lib/documents/board-reader.ts'
import { History } from '#lib/documents/undo.ts'

type OpenBoard = { reader: BoardReader; history: History }

const boards = new WeakMap<Y.Doc, OpenBoard>()

/** What this page keeps of a board's document: made once for each, from when it is first drawn. */
export function openBoard(doc: Y.Doc): OpenBoard {
  const known = boards.get(doc)
  if (known) return known
  const made = { reader: new BoardReader(doc), history: new History(doc, Date.now) }
  boards.set(doc, made)
  return made
}

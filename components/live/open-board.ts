import type * as Y from 'yjs'
import { BoardReader } from '#lib/documents/board-reader.ts'
import { History } from '#lib/documents/undo.ts'
import { Preview } from './preview.ts'
import { ShownBoard } from './shown-board.ts'

/** `reader`: the board as it is this very moment; `shown`: as this page shows it. */
type OpenBoard = { reader: BoardReader; preview: Preview; shown: ShownBoard; history: History }

const boards = new WeakMap<Y.Doc, OpenBoard>()

/** What this page keeps of a board's document: made once for each, from when it is first drawn. */
export function openBoard(doc: Y.Doc): OpenBoard {
  const known = boards.get(doc)
  if (known) return known
  const [reader, preview] = [new BoardReader(doc), new Preview()]
  const shown = new ShownBoard(doc, reader, preview)
  const made = { reader, preview, shown, history: new History(doc, Date.now) }
  boards.set(doc, made)
  return made
}

import type * as Y from 'yjs'
import type { Board } from '#lib/documents/board.ts'
import { BoardReader } from '#lib/documents/board-reader.ts'
import { History } from '#lib/documents/undo.ts'
import { Preview } from './preview.ts'

type OpenBoard = {
  reader: BoardReader
  history: History
  preview: Preview
  /** The board as this page shows it. */
  read: () => Board
  subscribe: (listener: () => void) => () => void
}

const boards = new WeakMap<Y.Doc, OpenBoard>()

/** What this page keeps of a board's document: made once for each, from when it is first drawn. */
export function openBoard(doc: Y.Doc): OpenBoard {
  const known = boards.get(doc)
  if (known) return known
  const reader = new BoardReader(doc)
  const preview = new Preview()
  const made: OpenBoard = {
    ...{ reader, preview, history: new History(doc, Date.now) },
    read: () => preview.over(reader.read()),
    subscribe: listener => {
      const ends = [reader.subscribe(listener), preview.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
  }
  boards.set(doc, made)
  return made
}

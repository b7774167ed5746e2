import * as Y from 'yjs'
import type { Board } from './board.ts'
import { type BoardRoot, boardLayout, boardRoots, type FieldLayout } from './layout.ts'

/** Lays a whole board in an empty document, each entry under its own id, as it was when it was fixed. */
export function writeBoard(doc: Y.Doc, board: Board): void {
  doc.transact(() => {
    for (const name of boardRoots) for (const entry of board[name]) writeEntry(doc, name, entry)
  })
}

/** The first update of a board's document that holds this. */
export function boardUpdate(board: Board): Uint8Array {
  const doc = new Y.Doc()
  writeBoard(doc, board)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function writeEntry(doc: Y.Doc, name: BoardRoot, { id, ...values }: { id: string }): void {
  const entry = new Y.Map<unknown>()
  for (const [key, value] of Object.entries(values)) {
    const field: FieldLayout | undefined = (boardLayout[name].fields as Record<string, FieldLayout>)[key]
    entry.set(key, field?.kind === 'text' ? new Y.Text(String(value)) : value)
  }
  doc.getMap(name).set(id, entry)
}

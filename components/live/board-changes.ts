import { useEffect } from 'react'
import type * as Y from 'yjs'
import type { Board } from '#lib/documents/board.ts'
import { openBoard } from './open-board.ts'
import { useDoc } from './session.tsx'

/** Tells of each change that came over the line, with the board before and after it; what did not change is the same object. */
export function useChangesByOthers(listen: (before: Board, after: Board) => void): void {
  const doc = useDoc()
  useEffect(() => {
    if (!doc) return
    const { reader } = openBoard(doc)
    let before = reader.read()
    const heard = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      const after = reader.read()
      if (!local && after !== before) listen(before, after)
      before = after
    }
    doc.on('update', heard)
    return () => doc.off('update', heard)
  }, [doc, listen])
}

import * as Y from 'yjs'
import { readBoard } from '#lib/documents/board.ts'
import { readStatementBody, writeStatementBody } from '#lib/documents/statement.ts'
import type { BoardSnapshot } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'

function from<T>(updates: readonly Uint8Array[], read: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const result = read(doc)
  doc.destroy()
  return result
}

/** What stands on a board with this log: without what lies in the bin, nor notes' ties to lines that lie there. */
export function boardOf(
  updates: readonly Uint8Array[],
): Pick<BoardSnapshot, 'notes' | 'lines' | 'proposals'> {
  const { notes, lines, proposals } = from(updates, readBoard)
  const stands = ({ deletedAt }: { deletedAt: number | null }) => deletedAt === null
  const known = new Set(lines.filter(stands).map(line => line.id))
  return {
    notes: notes
      .filter(stands)
      .map(note => (note.line !== null && !known.has(note.line) ? { ...note, line: null } : note)),
    lines: lines.filter(stands),
    proposals: proposals.filter(stands),
  }
}

export const statementOf = (updates: readonly Uint8Array[]): Block[] => from(updates, readStatementBody)

/** The first update of a statement's document, holding the composed draft. */
export function draftOf(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc()
  writeStatementBody(doc, blocks)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

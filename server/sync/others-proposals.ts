import type * as Y from 'yjs'
import { amendedPieces, isAmended } from '#lib/documents/amendments.ts'
import { amendmentMarks } from '#lib/domain/amendment.ts'
import { hashOf } from '#lib/domain/canonical.ts'
import type { Change, Inspection } from './inspect.ts'

/** How often each piece stands in the text, by hash of whose it is, of which kind, and its words. */
type Pieces = Map<string, number>

/** What others took away of people's proposals, as long as a document is in memory: who takes that back brings it in those people's names. */
const taken = new WeakMap<Y.Doc, Pieces>()
/** Most pieces that are kept so for one document; the oldest go. */
const TAKEN_MAX = 1000

/**
 * Whether an update puts words in the mouth of somebody else: whatever others propose stands there as they proposed it, or goes whole. It may be
 * carried elsewhere, and come back after it was taken away. `afterwards` gives the document as the update would make it.
 */
export function altersOthers(
  doc: Y.Doc,
  { changes, touches }: Inspection,
  me: string,
  afterwards: () => Y.Doc,
): boolean {
  // Nearly every update is plain writing: then its own passages are read, and not all of the text.
  if (!changes.some(proposes) && ![...touches].some(isAmended)) return false
  const standing = amendedPieces(doc).filter(({ piece }) => piece.by !== me)
  // Else the update is in other passages than theirs; the document is copied for few.
  if (!standing.some(({ text }) => touches.has(text)) && !changes.some(proposes)) return false
  const before = counted(standing)
  const after = counted(amendedPieces(afterwards()).filter(({ piece }) => piece.by !== me))
  const gone = taken.get(doc)
  for (const [piece, times] of after)
    if (times > Math.max(before.get(piece) ?? 0, gone?.get(piece) ?? 0)) return true
  for (const [piece, times] of before) if ((after.get(piece) ?? 0) < times) remember(doc, piece, times)
  return false
}

function counted(all: ReturnType<typeof amendedPieces>): Pieces {
  const pieces: Pieces = new Map()
  for (const { piece } of all) {
    const hash = hashOf(piece)
    pieces.set(hash, (pieces.get(hash) ?? 0) + 1)
  }
  return pieces
}

function proposes(change: Change): boolean {
  if (change.do !== 'insert' || change.carried.kind !== 'format') return false
  return (amendmentMarks as readonly string[]).includes(change.carried.name) && change.carried.value !== null
}

function remember(doc: Y.Doc, piece: string, times: number): void {
  const gone = taken.get(doc) ?? new Map()
  taken.set(doc, gone)
  const most = Math.max(times, gone.get(piece) ?? 0)
  gone.delete(piece)
  gone.set(piece, most)
  if (gone.size > TAKEN_MAX) gone.delete(gone.keys().next().value)
}

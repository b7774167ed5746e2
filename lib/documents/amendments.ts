import * as Y from 'yjs'
import { type Amendment, type AmendmentMark, amendmentMarks, amendmentSchema } from '#lib/domain/amendment.ts'
import { statementRoot } from './names.ts'

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }[]

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child): Y.XmlText[] => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

/** Words side by side in one passage that one person would add, or would remove. */
export type AmendedPiece = { by: string; kind: AmendmentMark; text: string }

/** Of each passage the proposed pieces in their order; null between those that other words part. */
const piecesByPassage = (doc: Y.Doc): (AmendedPiece | null)[][] =>
  textsIn(doc.getXmlFragment(statementRoot)).map(piecesIn)

function piecesIn(text: Y.XmlText): (AmendedPiece | null)[] {
  const pieces: (AmendedPiece | null)[] = []
  for (const { insert, attributes = {} } of text.toDelta() as Delta) {
    const kind = amendmentMarks.find(mark => attributes[mark] != null)
    const by = kind && amendmentSchema.safeParse(attributes[kind]).data?.by
    const last = pieces.at(-1)
    if (!kind || by === undefined || typeof insert !== 'string') pieces.push(null)
    else if (last?.by === by && last.kind === kind) last.text += insert
    else pieces.push({ by, kind, text: insert })
  }
  return pieces
}

/** Whether a shared type is a passage in which something is proposed. */
export const isAmended = (type: object): boolean =>
  type instanceof Y.XmlText && piecesIn(type).some(piece => piece !== null)

/** All pieces that are proposed, with the shared text that each stands in. */
export const amendedPieces = (doc: Y.Doc): { piece: AmendedPiece; text: Y.XmlText }[] =>
  textsIn(doc.getXmlFragment(statementRoot)).flatMap(text =>
    piecesIn(text).flatMap(piece => (piece ? [{ piece, text }] : [])),
  )

/** The changes that people proposed in a statement and that are still open, in the order of the text; those of one person side by side are one. */
export function readAmendments(doc: Y.Doc): Amendment[] {
  const found: Amendment[] = []
  for (const pieces of piecesByPassage(doc)) {
    let last: Amendment | undefined
    for (const piece of pieces) {
      if (piece && last?.by !== piece.by) {
        last = { by: piece.by, added: '', removed: '' }
        found.push(last)
      }
      if (piece && last) last[piece.kind] += piece.text
      else last = undefined
    }
  }
  return found
}

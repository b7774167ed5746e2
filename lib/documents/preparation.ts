import * as Y from 'yjs'
import { textOf } from './board.ts'

/** The one entry of what a partner writes; it lies in the root of proposals, so that typing in it is the board's own. */
export const DEFINITION = 'definition'

/** Makes the entry, in the name of `author`; at a moment in ms since 1970. */
export function beginDefinition(doc: Y.Doc, author: string, at: number): void {
  const entry = new Y.Map<unknown>(Object.entries({ author, createdAt: at }))
  entry.set('text', new Y.Text())
  doc.getMap<Y.Map<unknown>>('proposals').set(DEFINITION, entry)
}

/** What stands there; null before the entry was made. */
export const readDefinition = (doc: Y.Doc): string | null =>
  textOf(doc, 'proposals', DEFINITION)?.toString().toWellFormed() ?? null

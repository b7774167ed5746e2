/** The Yjs documents that the people of a session share, as they stand in `/sync/<session>/<document>`. */
export const documentNames = ['board', 'statement'] as const
type SharedName = (typeof documentNames)[number]
export type DocumentKind = SharedName | 'desk'
/** Which of them somebody opens: `desk/<round>` is one's own desk, for nobody can name another's. */
export type DocumentPath = SharedName | `desk/${number}`
/** The name under which a document is kept: `desk/<round>/<participant>` is that person's desk of that round. */
export type DocumentKey = SharedName | `desk/${number}/${string}`

/** The statement's one root: an XmlFragment that Tiptap edits. */
export const statementRoot = 'body'

/** What a path behind `/sync/<session>/` means; null when it means nothing. */
export function documentPath(path: string): DocumentPath | null {
  const shared = documentNames.find(name => name === path)
  if (shared) return shared
  const round = /^desk\/([1-9]\d{0,4})$/.exec(path)?.[1]
  return round === undefined ? null : `desk/${Number(round)}`
}

/** The document that this person means by a path. */
export function documentKey(path: DocumentPath, participant: string): DocumentKey {
  return path === 'board' || path === 'statement' ? path : `${path}/${participant}`
}

export function kindOf(document: DocumentKey | DocumentPath): DocumentKind {
  return document === 'board' || document === 'statement' ? document : 'desk'
}

/** Of a desk its round and whose it is; null for a document that people share. */
export function deskOf(document: DocumentKey): { round: number; participant: string } | null {
  const [, round, participant = ''] = /^desk\/(\d+)\/(.+)$/.exec(document) ?? []
  return round === undefined ? null : { round: Number(round), participant }
}

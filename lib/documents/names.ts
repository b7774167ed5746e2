/** The Yjs documents that the people of a session share, as they stand in `/sync/<session>/<document>`. */
export const documentNames = ['board', 'statement'] as const
type SharedName = (typeof documentNames)[number]
export type DocumentKind = SharedName | 'desk' | 'preparation'
/**
 * Which of them somebody opens: `desk/<round>` is one's own desk, `preparation` what one's own partner writes, for nobody can name
 * another's.
 */
export type DocumentPath = SharedName | `desk/${number}` | 'preparation'
/** The name under which a document is kept: `desk/<round>/<participant>` is that person's desk of that round, `preparation/<partner>` what
 * that partner writes. */
export type DocumentKey = SharedName | `desk/${number}/${string}` | `preparation/${string}`

/** The statement's one root: an XmlFragment that Tiptap edits. */
export const statementRoot = 'body'

/** What a path behind `/sync/<session>/` means; null when it means nothing. */
export function documentPath(path: string): DocumentPath | null {
  const shared = documentNames.find(name => name === path)
  if (shared) return shared
  if (path === 'preparation') return path
  const round = /^desk\/([1-9]\d{0,4})$/.exec(path)?.[1]
  return round === undefined ? null : `desk/${Number(round)}`
}

/** Whether everybody in the session has it: it is nobody's own. */
export const isShared = (document: string): document is SharedName =>
  document === 'board' || document === 'statement'

/** The document that this person means by a path. What their partner writes stands under their own id until `asMeant`. */
export function documentKey(path: DocumentPath, participant: string): DocumentKey {
  return isShared(path) ? path : `${path}/${participant}`
}

/** The document that is meant by a key of `documentKey`'s; null for what a partner writes when this person has none, or only looks on. */
export function asMeant(
  document: DocumentKey,
  { role, partner }: { role: string; partner: string | null },
): DocumentKey | null {
  if (kindOf(document) !== 'preparation') return document
  return role === 'participant' && partner !== null ? `preparation/${partner}` : null
}

export function kindOf(document: DocumentKey | DocumentPath): DocumentKind {
  if (isShared(document)) return document
  return document.startsWith('desk/') ? 'desk' : 'preparation'
}

/** Which partner writes it; null for any other document. */
export const preparationOf = (document: DocumentKey): string | null =>
  /^preparation\/(.+)$/.exec(document)?.[1] ?? null

/** Of a desk its round and whose it is; null for a document that people share. */
export function deskOf(document: DocumentKey): { round: number; participant: string } | null {
  // Asked for every edit, and mostly of a board.
  if (isShared(document)) return null
  const [, round, participant = ''] = /^desk\/(\d+)\/(.+)$/.exec(document) ?? []
  return round === undefined ? null : { round: Number(round), participant }
}

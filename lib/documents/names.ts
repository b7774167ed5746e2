/** The Yjs documents of a session, as they stand in `/sync/<session>/<document>`. */
export const documentNames = ['board', 'statement'] as const
export type DocumentKind = (typeof documentNames)[number]
/** The statement's one root: an XmlFragment that Tiptap edits. */
export const statementRoot = 'body'

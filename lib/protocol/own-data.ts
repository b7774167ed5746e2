/** What a piece of one's own data is, in the order in which it is shown. */
export const ownKinds = [
  'note',
  'reply',
  'reaction',
  'line',
  'cement',
  'proposal',
  'breakthrough',
  'result',
  'desk',
  'vote',
  'answer',
  'consent',
  'comment',
  'intent',
  'missing',
  'handed',
] as const
export type OwnKind = (typeof ownKinds)[number]

/** `more`: what one said of it; null where `text` is all. */
export type OwnEntry = { kind: OwnKind; text: string; more: string | null }

/** GET /api/sessions/:session/mine: all that is kept in one's name. `secret`: in how many anonymous votes and checks one took part, of which no more is known. */
export type OwnData = {
  name: string
  partner: string | null
  entries: OwnEntry[]
  secret: { votes: number; answers: number }
  /** How many events of the audit trail are of this person. */
  deeds: number
  /** The last day (UTC) that all of it is kept. */
  lastDay: string
}

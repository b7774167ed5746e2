/** What a client does after a refusal: try again later, drop its document and sync a fresh one, or stop. */
export type Reaction = 'retry' | 'resync' | 'stop'

type Refusal = { status: number; reaction: Reaction }

/**
 * The one table of refusals. `status` is the HTTP status of the problem response; over a socket the code alone is sent. Texts
 * for people are in `lib/i18n`, keyed by these codes.
 */
export const refusals = {
  'malformed-update': { status: 400, reaction: 'resync' },
  'missing-dependency': { status: 409, reaction: 'resync' },
  'unknown-root': { status: 422, reaction: 'resync' },
  'unknown-field': { status: 422, reaction: 'resync' },
  'wrong-value': { status: 422, reaction: 'resync' },
  'fixed-field': { status: 403, reaction: 'resync' },
  'incomplete-entry': { status: 422, reaction: 'resync' },
  'entry-exists': { status: 409, reaction: 'resync' },
  'entry-deleted': { status: 403, reaction: 'resync' },
  'not-the-sender': { status: 403, reaction: 'resync' },
  'text-too-long': { status: 413, reaction: 'resync' },
  'foreign-client': { status: 403, reaction: 'resync' },
  'role-forbids': { status: 403, reaction: 'resync' },
  'phase-forbids': { status: 409, reaction: 'resync' },
  'not-yours': { status: 403, reaction: 'resync' },
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof refusals

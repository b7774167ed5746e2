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
  'too-many-notes': { status: 409, reaction: 'resync' },
  'too-many-entries': { status: 409, reaction: 'resync' },
  'unknown-note': { status: 422, reaction: 'resync' },
  'one-tile': { status: 422, reaction: 'resync' },
  'foreign-client': { status: 403, reaction: 'resync' },
  'role-forbids': { status: 403, reaction: 'resync' },
  'phase-forbids': { status: 409, reaction: 'resync' },
  'not-yours': { status: 403, reaction: 'resync' },
  'desks-in-use': { status: 409, reaction: 'resync' },
  'desk-closed': { status: 409, reaction: 'resync' },
  frozen: { status: 409, reaction: 'resync' },
  'too-large': { status: 413, reaction: 'resync' },
  'store-failed': { status: 503, reaction: 'retry' },
  'invalid-json': { status: 400, reaction: 'stop' },
  'invalid-request': { status: 422, reaction: 'stop' },
  'unknown-session': { status: 404, reaction: 'stop' },
  'not-found': { status: 404, reaction: 'stop' },
  'no-identity': { status: 401, reaction: 'stop' },
  removed: { status: 403, reaction: 'stop' },
  'foreign-origin': { status: 403, reaction: 'stop' },
  'wrong-code': { status: 404, reaction: 'stop' },
  'session-expired': { status: 410, reaction: 'stop' },
  'session-full': { status: 409, reaction: 'stop' },
  'wrong-secret': { status: 403, reaction: 'stop' },
  'ballot-not-open': { status: 409, reaction: 'stop' },
  'ballot-still-open': { status: 409, reaction: 'stop' },
  'ballot-open-already': { status: 409, reaction: 'stop' },
  'unknown-ballot': { status: 404, reaction: 'stop' },
  'no-partner': { status: 403, reaction: 'stop' },
  'wrong-choice': { status: 422, reaction: 'stop' },
  'too-many-dots': { status: 422, reaction: 'stop' },
  'reason-missing': { status: 422, reaction: 'stop' },
  'empty-proposal': { status: 422, reaction: 'stop' },
  'promise-stands': { status: 409, reaction: 'stop' },
  'lay-out-waits': { status: 409, reaction: 'stop' },
  'too-many-texts': { status: 409, reaction: 'stop' },
  'wrong-step': { status: 409, reaction: 'stop' },
  'not-frozen': { status: 409, reaction: 'stop' },
  'wrong-link': { status: 404, reaction: 'stop' },
  'signed-already': { status: 409, reaction: 'stop' },
  'wrong-signature': { status: 422, reaction: 'stop' },
  'no-typesetter': { status: 501, reaction: 'stop' },
  'too-busy': { status: 503, reaction: 'retry' },
  internal: { status: 500, reaction: 'retry' },
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof refusals

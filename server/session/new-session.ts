import type { Participant } from '#lib/domain/participant.ts'
import type { NewSession } from '#lib/domain/session.ts'
import type { SessionRecord } from '#server/store/store.ts'
import { newId, newJoinCode } from './identity.ts'

/** How long after its last day a session's code lets people in, in ms: signatories and late partners still come. */
const OPEN_AFTER_LAST_DAY = 90 * 24 * 60 * 60 * 1000

/** Who leads a session from its beginning. */
export const newFacilitator = (name: string): Participant => ({
  id: newId(),
  name,
  partner: null,
  role: 'facilitator',
  mayOrder: true,
  removed: false,
  waiting: false,
})

/** A session that begins now (`at`, ms), with an id and codes of its own. `secretHash`: of the facilitator's link, which opens as `lead`. */
export function newRecord(
  { network, title, dates, language }: Omit<NewSession, 'partners' | 'steps'>,
  { secretHash, lead, at }: { secretHash: string; lead: string; at: number },
): SessionRecord {
  return {
    id: newId(),
    network,
    title,
    dates,
    language,
    phase: 'collect',
    desks: null,
    createdAt: at,
    expiresAt: Math.max(at, Date.parse(dates.at(-1) ?? '')) + OPEN_AFTER_LAST_DAY,
    code: newJoinCode(),
    secretHash,
    lead,
    watchCode: newJoinCode(),
    deskRounds: 0,
    definition: null,
    board: null,
    statement: null,
    reopened: null,
  }
}

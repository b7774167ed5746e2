import { PARTICIPANTS_MAX } from '#lib/domain/session.ts'

/** What an operator bounds. `sessions`: how many are kept; null: as many as come. `people`: in one session. `document`: the largest one, in bytes. */
export type Limits = { sessions: number | null; people: number; document: number }

/** Ten times a board of 5,000 notes, and less than what a reader may have unread. */
export const DOCUMENT_MAX = 12 * 1024 * 1024

/** What holds where the operator says nothing. None of them can be more but the first. */
export const usualLimits: Limits = { sessions: null, people: PARTICIPANTS_MAX, document: DOCUMENT_MAX }

import { z } from 'zod'
import { sha256Hex } from './canonical.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import type { Actor } from './permissions.ts'
import { PROPOSAL_TEXT_MAX } from './proposal.ts'

export const REASON_MAX = 1000
export const OPTIONS_MAX = 20
export const DOTS_MAX = 10

export const ballotMethods = ['dots', 'consent'] as const
export const consentValues = ['agree', 'reservation', 'objection'] as const
export type ConsentValue = (typeof consentValues)[number]

/** One fixed text that is voted on; `hash` is SHA-256 of its UTF-8 bytes, so that a voter and the server mean the same words. */
export const ballotOptionSchema = z.strictObject({
  proposal: idSchema,
  text: z.string().min(1).max(PROPOSAL_TEXT_MAX),
  hash: hashSchema,
})
export type BallotOption = z.infer<typeof ballotOptionSchema>

/** One vote round over fixed texts. `per`: who has one vote. `dots`: how many each voter may place (method `dots` only). */
export const ballotSchema = z.strictObject({
  id: idSchema,
  round: z.int().positive(),
  method: z.enum(ballotMethods),
  per: z.enum(['person', 'partner']),
  dots: z.int().min(1).max(DOTS_MAX),
  options: z.array(ballotOptionSchema).min(1).max(OPTIONS_MAX),
  state: z.enum(['open', 'closed', 'revealed']),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  revealedAt: instantSchema.nullable(),
})
export type Ballot = z.infer<typeof ballotSchema>

const answerSchema = z.strictObject({
  value: z.enum(consentValues),
  reason: z.string().trim().max(REASON_MAX),
})
/** What one voter chooses, by the proposal's id. A dot may be left unplaced; consent is given on every text. */
export const choiceSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('dots'), dots: z.record(idSchema, z.int().min(1).max(DOTS_MAX)) }),
  z.strictObject({ method: z.literal('consent'), answers: z.record(idSchema, answerSchema) }),
])
export type Choice = z.infer<typeof choiceSchema>

/** A vote as it is kept: one per `voter`, which is a participant's id or a partner's id by the ballot's `per`. */
export type Vote = { voter: string; participant: string; partner: string | null; choice: Choice }

export type VoteRefusal =
  | 'ballot-not-open'
  | 'no-partner'
  | 'wrong-choice'
  | 'too-many-dots'
  | 'reason-missing'

/** Fixes a proposal's text for a ballot. */
export function optionOf(proposal: { id: string; text: string }): BallotOption {
  return { proposal: proposal.id, text: proposal.text, hash: sha256Hex(proposal.text) }
}

/** In whose name `actor` votes in `ballot`; null when the ballot is per partner and the actor has none. */
export function voterOf(ballot: Ballot, actor: Actor): string | null {
  return ballot.per === 'person' ? actor.id : actor.partner
}

/** Whether a choice may be cast (or put in the place of the former one): null when yes. Asked by the browser and by the server. */
export function acceptVote(ballot: Ballot, actor: Actor, choice: Choice): VoteRefusal | null {
  if (ballot.state !== 'open') return 'ballot-not-open'
  if (voterOf(ballot, actor) === null) return 'no-partner'
  if (choice.method !== ballot.method) return 'wrong-choice'
  const known = new Set(ballot.options.map(option => option.proposal))
  if (choice.method === 'dots') {
    if (Object.keys(choice.dots).some(proposal => !known.has(proposal))) return 'wrong-choice'
    const placed = Object.values(choice.dots).reduce((sum, dots) => sum + dots, 0)
    return placed > ballot.dots ? 'too-many-dots' : null
  }
  const answers = Object.entries(choice.answers)
  if (answers.length !== known.size || answers.some(([proposal]) => !known.has(proposal)))
    return 'wrong-choice'
  const unexplained = answers.some(([, answer]) => answer.value !== 'agree' && answer.reason === '')
  return unexplained ? 'reason-missing' : null
}

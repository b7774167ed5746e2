import { z } from 'zod'
import { answersOf, asksReason, ballotMethods } from './ballot-answer.ts'
import { shareSchema, thresholdSchema } from './ballot-rules.ts'
import { canonicalJson, sha256Hex } from './canonical.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import type { Actor } from './permissions.ts'
import { PROPOSAL_TEXT_MAX } from './proposal.ts'

export const REASON_MAX = 1000
export const OPTIONS_MAX = 20
export const DOTS_MAX = 10
export const MEANING_MAX = 400

/**
 * One fixed text that is voted on, with what it means to choose it ('' when nothing is said of that). `hash` names both, so that a
 * voter and the server mean the same words.
 */
export const ballotOptionSchema = z.strictObject({
  proposal: idSchema,
  text: z.string().min(1).max(PROPOSAL_TEXT_MAX),
  meaning: z.string().max(MEANING_MAX),
  hash: hashSchema,
})
export type BallotOption = z.infer<typeof ballotOptionSchema>

/**
 * One vote round over fixed texts. `per`: who has one vote. `dots`: how many each voter may place (method `dots` only). `by`: whether
 * `quorum` and `threshold` count people or partners; null: none is asked. `shuffled`: each voter sees the texts in an order of their
 * own. `anonymous`: what is voted is kept apart from who voted. `entitled`: how many could vote, fixed when it closes.
 */
export const ballotSchema = z.strictObject({
  id: idSchema,
  round: z.int().positive(),
  method: z.enum(ballotMethods),
  per: z.enum(['person', 'partner']),
  dots: z.int().min(1).max(DOTS_MAX),
  by: z.enum(['person', 'partner']),
  quorum: shareSchema.nullable(),
  threshold: thresholdSchema.nullable(),
  shuffled: z.boolean(),
  anonymous: z.boolean(),
  options: z.array(ballotOptionSchema).min(1).max(OPTIONS_MAX),
  state: z.enum(['open', 'closed', 'revealed']),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
  revealedAt: instantSchema.nullable(),
  entitled: z.strictObject({ people: z.int(), partners: z.int() }).nullable(),
})
export type Ballot = z.infer<typeof ballotSchema>

const reasonSchema = z.string().trim().max(REASON_MAX)
const stepSchema = z.strictObject({ value: z.enum(answersOf.gradient), reason: reasonSchema })
const consentSchema = z.strictObject({ value: z.enum(answersOf.consent), reason: reasonSchema })
/** What one voter chooses, by the proposal's id. Who places no dot at all abstains; an answer is given on every text. */
export const choiceSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('dots'), dots: z.record(idSchema, z.int().min(1).max(DOTS_MAX)) }),
  z.strictObject({ method: z.literal('gradient'), answers: z.record(idSchema, stepSchema) }),
  z.strictObject({ method: z.literal('consent'), answers: z.record(idSchema, consentSchema) }),
])
export type Choice = z.infer<typeof choiceSchema>

/** That a vote was cast or changed: by whom, when (ms), and whether in their own name or standing in for who is represented. */
export type Cast = { by: string; at: number; way: 'own' | 'proxy' }
/** Most that is told of how a vote was changed; the oldest go. */
const TRAIL_MAX = 20

/**
 * A vote as it is kept: one per `voter`, which is a participant's id or a partner's id by the ballot's `per`. `trail`: who cast it and
 * each change, the latest last; empty for a vote of before this was kept.
 */
export type Vote = {
  voter: string
  participant: string
  partner: string | null
  choice: Choice
  trail: readonly Cast[]
}

export type VoteRefusal =
  | 'ballot-not-open'
  | 'no-partner'
  | 'wrong-choice'
  | 'too-many-dots'
  | 'reason-missing'

/** Fixes a proposal's text, and what is said of its meaning, for a ballot. */
export function optionOf({
  id,
  text,
  meaning = '',
}: {
  id: string
  text: string
  meaning?: string
}): BallotOption {
  return { proposal: id, text, meaning, hash: optionHash(text, meaning) }
}

/** SHA-256 of the text's UTF-8 bytes; with a meaning, of the canonical JSON of both. */
const optionHash = (text: string, meaning: string): string =>
  sha256Hex(meaning === '' ? text : canonicalJson({ meaning, text }))

/** Whether the words are still those that were fixed. */
export const holds = ({ options }: Pick<Ballot, 'options'>): boolean =>
  options.every(({ text, meaning, hash }) => optionHash(text, meaning) === hash)

/** The options as one voter sees them: in an order of their own, the same each time, where the ballot is shuffled. */
export function orderFor<T extends Pick<BallotOption, 'proposal'>>(
  { id, shuffled, options }: { id: string; shuffled: boolean; options: readonly T[] },
  voter: string,
): readonly T[] {
  if (!shuffled) return options
  const keyed = options.map(option => ({ option, key: sha256Hex(`${id} ${voter} ${option.proposal}`) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ option }) => option)
}

/** In whose name `actor` votes in `ballot`; null when the ballot is per partner and the actor has none. */
export function voterOf(ballot: Pick<Ballot, 'per'>, actor: Pick<Actor, 'id' | 'partner'>): string | null {
  return ballot.per === 'person' ? actor.id : actor.partner
}

/** Whether a choice may be cast (or put in the place of the former one): null when yes. Asked by the browser and by the server. */
export function acceptVote(
  ballot: Pick<Ballot, 'state' | 'per' | 'method' | 'dots' | 'options'>,
  actor: Pick<Actor, 'id' | 'partner'>,
  choice: Choice,
): VoteRefusal | null {
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
  const unexplained = answers.some(([, answer]) => asksReason(answer.value) && answer.reason === '')
  return unexplained ? 'reason-missing' : null
}

/** The choice of who abstains from all of it. */
export function abstaining({ method, options }: Pick<Ballot, 'method' | 'options'>): Choice {
  if (method === 'dots') return { method, dots: {} }
  const answer = { value: 'abstain' as const, reason: '' }
  return { method, answers: Object.fromEntries(options.map(({ proposal }) => [proposal, answer])) }
}

/** With one more time that it was cast. */
export const followedBy = (trail: readonly Cast[], cast: Cast): Cast[] => [...trail, cast].slice(-TRAIL_MAX)

/** Whether who is represented said it themself: then nobody stands in for them any more. */
export const isOwn = (trail: readonly Cast[]): boolean => trail.at(-1)?.way !== 'proxy'

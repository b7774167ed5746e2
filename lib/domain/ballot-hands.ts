import { z } from 'zod'
import { type Ballot, REASON_MAX } from './ballot.ts'
import { asksReason, type Standing, standingsOf } from './ballot-answer.ts'
import { idSchema } from './id.ts'
import { PARTICIPANTS_MAX } from './session.ts'

const numberSchema = z.int().min(0).max(PARTICIPANTS_MAX)

/**
 * Hands that were counted in the room, of the people of one partner together, or of who speak for themselves (null). `people`: how many
 * voted so; `abstained`: how many of them took no side. `counts`: by text, how many of the others stand where; in a vote by dots each
 * may raise a hand for as many texts as they have dots. `reasons`: by text, why, where somebody has to say so.
 */
export const handsSchema = z.strictObject({
  partner: idSchema.nullable(),
  people: numberSchema.min(1),
  abstained: numberSchema,
  counts: z.record(
    idSchema,
    z.partialRecord(z.enum(['dot', ...standingsOf.gradient, ...standingsOf.consent]), numberSchema),
  ),
  reasons: z.record(idSchema, z.string().trim().max(REASON_MAX)),
})
export type Hands = z.infer<typeof handsSchema>
/** With who entered them, and when (ms). */
export type CountedHands = Hands & { by: string; at: number }

export type HandsRefusal = 'ballot-not-open' | 'wrong-choice' | 'too-many-dots' | 'reason-missing'

type Asked = Pick<Ballot, 'state' | 'per' | 'anonymous' | 'method' | 'dots' | 'options'>

/**
 * Whether hands may be counted so: null when yes. A hand is seen, so there are none in an anonymous ballot; a partner's one vote is cast
 * by who stands in for it.
 */
export function acceptHands(ballot: Asked, hands: Hands): HandsRefusal | null {
  if (ballot.state !== 'open') return 'ballot-not-open'
  const known = ballot.options.map(({ proposal }) => proposal)
  const named = [...Object.keys(hands.counts), ...Object.keys(hands.reasons)]
  if (ballot.per !== 'person' || ballot.anonymous || hands.abstained > hands.people) return 'wrong-choice'
  if (named.some(proposal => !known.includes(proposal))) return 'wrong-choice'
  const sided = hands.people - hands.abstained
  const allowed: readonly Standing[] =
    ballot.method === 'dots' ? ['dot'] : standingsOf[ballot.method].slice(1)
  let raised = 0
  for (const proposal of known) {
    const entries = Object.entries(hands.counts[proposal] ?? {}) as [Standing, number][]
    const here = entries.reduce((sum, [, n]) => sum + n, 0)
    if (entries.some(([value]) => !allowed.includes(value))) return 'wrong-choice'
    if (ballot.method === 'dots' ? here > sided : here !== sided) return 'wrong-choice'
    const asks = entries.some(([value, n]) => n > 0 && asksReason(value))
    if (asks && (hands.reasons[proposal] ?? '') === '') return 'reason-missing'
    raised += here
  }
  return ballot.method === 'dots' && raised > sided * ballot.dots ? 'too-many-dots' : null
}

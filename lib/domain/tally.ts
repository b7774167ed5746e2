import type { Ballot, ConsentValue, Vote } from './ballot.ts'
import { consentValues } from './ballot.ts'

/**
 * The count for one option. `people` and `partners`: how many voted for it (dots: placed at least one; consent: did not object).
 * `dots`: all dots on it. `values`: people per consent value. `partnerValues`: partners per consent value, where a partner
 * stands at the gravest value that any of its people gave, so that an objection isn't outvoted by colleagues.
 */
export type OptionTally = {
  proposal: string
  people: number
  partners: number
  dots: number
  values: Record<ConsentValue, number>
  partnerValues: Record<ConsentValue, number>
  reasons: { value: ConsentValue; reason: string; partner: string | null }[]
}
export type Tally = { voters: number; partners: number; options: OptionTally[] }

const gravity = (value: ConsentValue): number => consentValues.indexOf(value)
const none = (): Record<ConsentValue, number> => ({ agree: 0, reservation: 0, objection: 0 })

/** Counts the votes of a ballot per person and per partner. The order of `votes` makes no difference to any number. */
export function tally(ballot: Ballot, votes: readonly Vote[]): Tally {
  return {
    voters: votes.length,
    partners: distinctPartners(votes),
    options: ballot.options.map(option => countOption(option.proposal, votes)),
  }
}

function distinctPartners(votes: readonly Vote[]): number {
  return new Set(votes.flatMap(vote => vote.partner ?? [])).size
}

function countOption(proposal: string, votes: readonly Vote[]): OptionTally {
  const values = none()
  const partnerValues = none()
  const gravest = new Map<string, ConsentValue>()
  const reasons: OptionTally['reasons'] = []
  const inFavour: Vote[] = []
  let dots = 0
  for (const vote of votes) {
    if (vote.choice.method === 'dots') {
      const placed = vote.choice.dots[proposal] ?? 0
      dots += placed
      if (placed > 0) inFavour.push(vote)
      continue
    }
    const answer = vote.choice.answers[proposal]
    if (!answer) continue
    values[answer.value]++
    if (answer.value !== 'objection') inFavour.push(vote)
    if (answer.reason !== '')
      reasons.push({ value: answer.value, reason: answer.reason, partner: vote.partner })
    if (vote.partner === null) continue
    const former = gravest.get(vote.partner)
    if (former === undefined || gravity(answer.value) > gravity(former))
      gravest.set(vote.partner, answer.value)
  }
  for (const value of gravest.values()) partnerValues[value]++
  const partners =
    gravest.size > 0 ? partnerValues.agree + partnerValues.reservation : distinctPartners(inFavour)
  return { proposal, people: inFavour.length, partners, dots, values, partnerValues, reasons }
}

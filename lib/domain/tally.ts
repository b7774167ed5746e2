import type { Ballot, Cast, Choice, Vote } from './ballot.ts'
import { type BallotMethod, isFor, type Standing, standingsOf } from './ballot-answer.ts'
import type { Hands } from './ballot-hands.ts'

/** How many stand where. */
export type Counts = Partial<Record<Standing, number>>
export type Reason = { value: Standing; reason: string; partner: string | null }

/**
 * The count for one option. `people` and `partners`: how many are for it. `dots`: all dots on it. `values`: people by where they stand.
 * `partnerValues`: partners, each where the weightiest of what any of its people said puts it (`standingsOf`), so that an objection
 * isn't outvoted by colleagues. `sided`: all who took a side; who abstains did not.
 */
export type OptionTally = {
  proposal: string
  people: number
  partners: number
  dots: number
  values: Counts
  partnerValues: Counts
  sided: { people: number; partners: number }
  reasons: Reason[]
}
/**
 * `byHand`: how many of the voters raised a hand. `casters`: who cast the vote of each partner, or, where each person has one, who stood
 * in for whom. In an anonymous ballot nobody knows what partners chose: their numbers are 0, but for how many voted.
 */
export type Tally = {
  voters: number
  partners: number
  options: OptionTally[]
  byHand: number
  casters: { voter: string; by: string; way: Cast['way'] }[]
}

/** So many people of a partner that stand somewhere towards a text, with their dots or reason. */
type Said = { partner: string | null; value: Standing; people: number; dots: number; reason: string }

/** Counts the votes of a ballot, and the hands that were counted, per person and per partner. Their order makes no difference to any number. */
export function tally(
  ballot: Pick<Ballot, 'method' | 'per' | 'options'>,
  votes: readonly Vote[],
  hands: readonly Hands[] = [],
): Tally {
  const byHand = hands.reduce((sum, { people }) => sum + people, 0)
  const options = ballot.options.map(({ proposal }) => {
    const said = [
      ...votes.map(({ partner, choice }): Said => ({ partner, people: 1, ...standing(choice, proposal) })),
      ...hands.flatMap(each => raised(each, ballot.method, proposal)),
    ]
    return countOption(ballot.method, proposal, said)
  })
  return {
    voters: votes.length + byHand,
    partners: partnersIn(votes, hands),
    options,
    byHand,
    casters: castersOf(ballot, votes),
  }
}

/** Of how many partners there are votes. */
export function partnersIn(
  votes: readonly Pick<Vote, 'partner'>[],
  hands: readonly Pick<Hands, 'partner'>[],
): number {
  return new Set([...votes, ...hands].flatMap(({ partner }) => partner ?? [])).size
}

/** Where a choice stands towards one text. */
export function standing(choice: Choice, proposal: string): Omit<Said, 'partner' | 'people'> {
  if (choice.method === 'dots') {
    const dots = choice.dots[proposal] ?? 0
    const elsewhere = Object.keys(choice.dots).length > 0 ? 'none' : 'abstain'
    return { value: dots > 0 ? 'dot' : elsewhere, dots, reason: '' }
  }
  const { value, reason } = choice.answers[proposal] ?? { value: 'abstain', reason: '' }
  return { value, dots: 0, reason }
}

/** A hand that is raised for a text in a vote by dots is one dot. */
function raised(
  { partner, people, abstained, counts, reasons }: Hands,
  method: BallotMethod,
  proposal: string,
): Said[] {
  const here = counts[proposal] ?? {}
  const reason = reasons[proposal] ?? ''
  const all: Counts = { ...here, abstain: abstained }
  if (method === 'dots') all.none = people - abstained - (here.dot ?? 0)
  const said = standingsOf[method].flatMap((value): Said[] => {
    const n = all[value] ?? 0
    return n > 0 ? [{ partner, value, people: n, dots: value === 'dot' ? n : 0, reason: '' }] : []
  })
  // One reason for the group, with the weightiest of what was said.
  const last = said.at(-1)
  if (last && reason !== '') last.reason = reason
  return said
}

const sumOf = (counts: Counts, which: (standing: Standing) => boolean): number =>
  Object.entries(counts).reduce((sum, [value, n]) => (which(value as Standing) ? sum + n : sum), 0)
const takesSide = (value: Standing): boolean => value !== 'abstain'

function countOption(method: BallotMethod, proposal: string, said: readonly Said[]): OptionTally {
  const standings: readonly Standing[] = standingsOf[method]
  const values = none(standings)
  const partnerValues = none(standings)
  const weightiest = new Map<string, number>()
  for (const { partner, value, people } of said) {
    values[value] = (values[value] ?? 0) + people
    if (partner !== null)
      weightiest.set(partner, Math.max(weightiest.get(partner) ?? 0, standings.indexOf(value)))
  }
  for (const place of weightiest.values()) {
    const value = standings[place] as Standing
    partnerValues[value] = (partnerValues[value] ?? 0) + 1
  }
  return {
    proposal,
    ...counted(values, partnerValues),
    dots: said.reduce((sum, { dots }) => sum + dots, 0),
    reasons: said.flatMap(({ value, reason, partner }) =>
      reason === '' ? [] : [{ value, reason, partner }],
    ),
  }
}

/** What follows from how many stand where. */
export function counted(values: Counts, partnerValues: Counts) {
  return {
    people: sumOf(values, isFor),
    partners: sumOf(partnerValues, isFor),
    values,
    partnerValues,
    sided: { people: sumOf(values, takesSide), partners: sumOf(partnerValues, takesSide) },
  }
}

/** Nobody anywhere. */
export const none = (standings: readonly Standing[]): Counts =>
  Object.fromEntries(standings.map(value => [value, 0]))

function castersOf({ per }: Pick<Ballot, 'per'>, votes: readonly Vote[]): Tally['casters'] {
  return votes
    .map(({ voter, participant, trail }) => {
      const last = trail.at(-1)
      return { voter, by: last?.by ?? participant, way: last?.way ?? ('own' as const) }
    })
    .filter(({ way }) => per === 'partner' || way === 'proxy')
}

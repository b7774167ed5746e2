import { z } from 'zod'
import type { Ballot } from './ballot.ts'
import { isObjection, standingsOf } from './ballot-answer.ts'
import type { OptionTally, Tally } from './tally.ts'

/** Parts of a whole that people agree on beforehand, in whole numbers, so that nothing is rounded at the edge. */
export const shares = ['half', 'majority', 'two-thirds', 'three-quarters', 'all'] as const
export const shareSchema = z.enum(shares)
export type Share = z.infer<typeof shareSchema>

/** When a text is carried: by a share of who took a side, or when nobody objects. */
export const thresholds = ['majority', 'two-thirds', 'three-quarters', 'all', 'no-objection'] as const
export const thresholdSchema = z.enum(thresholds)
export type Threshold = z.infer<typeof thresholdSchema>

const fractions: Record<Share, { part: number; of: number; more?: true }> = {
  half: { part: 1, of: 2 },
  majority: { part: 1, of: 2, more: true },
  'two-thirds': { part: 2, of: 3 },
  'three-quarters': { part: 3, of: 4 },
  all: { part: 1, of: 1 },
}

/** Whether `part` is that share of `whole`; of nobody no share is reached. */
export function isReached(share: Share, part: number, whole: number): boolean {
  if (whole <= 0) return false
  const { part: least, of, more } = fractions[share]
  return more ? part * of > whole * least : part * of >= whole * least
}

/** The smallest number that is that share of `whole`: 7 of 10 for two thirds. Of nobody it is one. */
export function needed(share: Share, whole: number): number {
  const { part, of, more } = fractions[share]
  const exact = (whole * part) / of
  return Math.max(1, more ? Math.floor(exact) + 1 : Math.ceil(exact))
}

/** How many may vote: people who take part, and all partners of the session. */
export type Entitled = { people: number; partners: number }
/** Whether enough voted: `voted` of `of`, where `least` was asked. */
export type QuorumOutcome = { share: Share; voted: number; of: number; least: number; reached: boolean }
/** How a text stands to what was asked: so many for it, of all who took a side. `least` null: nobody may object. */
export type OptionOutcome = {
  proposal: string
  inFavour: number
  of: number
  least: number | null
  objections: number
  reached: boolean
}
/** What came of the rules that were told beforehand; null where none was set. */
export type Outcome = { quorum: QuorumOutcome | null; options: OptionOutcome[] | null }

type Rules = Pick<Ballot, 'method' | 'by' | 'quorum' | 'threshold'>

/** Holds a counted vote against its rules. Counts people or partners, as the ballot says. Who abstains did vote, and took no side. */
export function outcomeOf(
  { method, by, quorum, threshold }: Rules,
  counted: Pick<Tally, 'voters' | 'partners' | 'options'>,
  entitled: Entitled,
): Outcome {
  const [voted, of] =
    by === 'person' ? [counted.voters, entitled.people] : [counted.partners, entitled.partners]
  return {
    quorum: quorum && {
      share: quorum,
      voted,
      of,
      least: needed(quorum, of),
      reached: isReached(quorum, voted, of),
    },
    options: threshold && counted.options.map(option => optionOutcome(option, method, by, threshold)),
  }
}

function optionOutcome(
  option: OptionTally,
  method: Ballot['method'],
  by: Ballot['by'],
  threshold: Threshold,
): OptionOutcome {
  const [values, inFavour, of] =
    by === 'person'
      ? [option.values, option.people, option.sided.people]
      : [option.partnerValues, option.partners, option.sided.partners]
  const objections = standingsOf[method]
    .filter(isObjection)
    .reduce((sum, value) => sum + (values[value] ?? 0), 0)
  const { proposal } = option
  if (threshold === 'no-objection')
    return { proposal, inFavour, of, least: null, objections, reached: inFavour > 0 && objections === 0 }
  const reached = isReached(threshold, inFavour, of)
  return { proposal, inFavour, of, least: needed(threshold, of), objections, reached }
}

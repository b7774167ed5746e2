import type { Ballot, BallotOption } from './ballot.ts'
import type { Tally } from './tally.ts'

/** How many are for a text, of all who took a side. */
export type Support = { inFavour: number; of: number }
/**
 * One text in one round. `changed`: the words differ from those of the round before. `people` and `partners` are null where it isn't
 * known, or no people are counted; both where too few voted in secret.
 */
export type TextInRound = {
  ballot: string
  round: number
  method: Ballot['method']
  text: string
  changed: boolean
  people: Support | null
  partners: Support | null
}
/**
 * What became of one proposal over the rounds in which it was voted on, the oldest first. `moved`: how many more (or fewer) are for it
 * than in the round before, when both were held in the same way; else null.
 */
export type ProposalRounds = {
  proposal: string
  rounds: TextInRound[]
  moved: { people: number | null; partners: number | null } | null
}

type Held = Pick<Ballot, 'id' | 'round' | 'method' | 'per' | 'anonymous' | 'state'> & {
  options: readonly BallotOption[]
  tally: Tally | null
}

/** The proposals of the latest round in their order, then those of earlier ones; of rounds whose result is known. */
export function compareRounds(ballots: readonly Held[]): ProposalRounds[] {
  const held = ballots.filter(({ state }) => state === 'revealed').sort((a, b) => a.round - b.round)
  const proposals = new Set(
    held.toReversed().flatMap(({ options }) => options.map(({ proposal }) => proposal)),
  )
  return [...proposals].map(proposal => {
    const within = held.filter(({ options }) => options.some(each => each.proposal === proposal))
    const rounds = within.map((ballot, index) => inRound(ballot, proposal, within[index - 1]))
    return { proposal, rounds, moved: movedIn(within, rounds) }
  })
}

const wordsIn = ({ options }: Held, proposal: string): string =>
  options.find(each => each.proposal === proposal)?.text ?? ''

function inRound(ballot: Held, proposal: string, before: Held | undefined): TextInRound {
  const { id, round, method, per, anonymous, tally } = ballot
  const counted = tally?.options.find(each => each.proposal === proposal)
  const text = wordsIn(ballot, proposal)
  return {
    ...{ ballot: id, round, method, text },
    changed: before !== undefined && wordsIn(before, proposal) !== text,
    people: counted && per === 'person' ? { inFavour: counted.people, of: counted.sided.people } : null,
    partners: counted && !anonymous ? { inFavour: counted.partners, of: counted.sided.partners } : null,
  }
}

function movedIn(within: readonly Held[], rounds: readonly TextInRound[]): ProposalRounds['moved'] {
  const [before, now] = [within.at(-2), within.at(-1)]
  if (!before || !now || before.method !== now.method || before.per !== now.per) return null
  const [was, is] = [rounds.at(-2), rounds.at(-1)]
  const by = (from: Support | null | undefined, to: Support | null | undefined) =>
    from && to ? to.inFavour - from.inFavour : null
  const moved = { people: by(was?.people, is?.people), partners: by(was?.partners, is?.partners) }
  return moved.people === null && moved.partners === null ? null : moved
}

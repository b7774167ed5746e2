import type { Ballot, Choice } from './ballot.ts'
import { type Standing, standingsOf } from './ballot-answer.ts'
import { type Counts, counted, none, standing, type Tally } from './tally.ts'

/** An anonymous ballot shows nothing of fewer voters than this: of two, each would know what the other chose. */
export const SECRET_FROM = 3

type Heap = { dots: number; values: Counts; reasons: { value: Standing; reason: string }[] }
/**
 * All votes of an anonymous ballot, mixed as they come in: per text how many stand where, the dots, and the reasons in an order of their
 * own, so that nothing in it belongs together, nor tells when it came.
 */
export type BallotBox = { voters: number; options: Record<string, Heap> }
export const emptyBallotBox: BallotBox = { voters: 0, options: {} }

/** The box with one more vote in it. */
export function withVote(
  box: BallotBox,
  { method, options }: Pick<Ballot, 'method' | 'options'>,
  choice: Choice,
): BallotBox {
  const heaps = options.map(({ proposal }): [string, Heap] => {
    const { dots, values, reasons } = box.options[proposal] ?? emptyHeap(method)
    const { value, reason, dots: placed } = standing(choice, proposal)
    return [
      proposal,
      {
        dots: dots + placed,
        values: { ...values, [value]: (values[value] ?? 0) + 1 },
        reasons: reason === '' ? reasons : [...reasons, { value, reason }].sort(byWords),
      },
    ]
  })
  return { voters: box.voters + 1, options: Object.fromEntries(heaps) }
}

const emptyHeap = (method: Ballot['method']): Heap => ({
  dots: 0,
  values: none(standingsOf[method]),
  reasons: [],
})
const byWords = (a: Heap['reasons'][number], b: Heap['reasons'][number]): number =>
  `${a.value} ${a.reason}` < `${b.value} ${b.reason}` ? -1 : 1

/** Counts an anonymous ballot. `partners`: of how many partners somebody voted; what they chose nobody knows. */
export function tallyOfBox(
  { method, options }: Pick<Ballot, 'method' | 'options'>,
  box: BallotBox,
  partners: number,
): Tally {
  const nobody = none(standingsOf[method])
  return {
    voters: box.voters,
    partners,
    byHand: 0,
    casters: [],
    options: options.map(({ proposal }) => {
      const { dots, values, reasons } = box.options[proposal] ?? emptyHeap(method)
      return {
        proposal,
        ...counted(values, nobody),
        dots,
        reasons: reasons.map(each => ({ ...each, partner: null })),
      }
    }),
  }
}

import { type BallotMethod, type Standing, standingsOf } from '#lib/domain/ballot-answer.ts'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import type { BallotOutcome } from '#lib/domain/ballot-result.ts'
import type { Language } from '#lib/domain/session.ts'
import { ballotRuleMessages } from '#lib/i18n/ballot-rules.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { Dossier } from './dossier.ts'

/** A vote in words. `rows`: where people stand, with how many people and partners, each that somebody chose. */
export type PrintedBallot = {
  title: string
  notes: string[]
  options: { title: string; text: string; meaning: string; said: string[]; rows: string[][] }[]
}

/** Each vote as everybody saw its outcome, in the order of the rounds. Reasons stay in the room, and so does who cast a vote for whom. */
export function printedBallots({ statement, outcomes, session }: Dossier): PrintedBallot[] {
  const { language, definition } = statement
  return outcomes
    .toSorted((a, b) => a.ballot.round - b.ballot.round)
    .map(outcome =>
      printedBallot(outcome, language, definition.ballot === outcome.ballot.id ? session.chosen : null),
    )
}

/** The most for it first, and who abstained last. */
const inOrder = (method: BallotMethod): readonly Standing[] => {
  const [first, ...others] = standingsOf[method]
  return method === 'dots' ? standingsOf.dots.toReversed() : [...others, first]
}

function printedBallot(outcome: BallotOutcome, language: Language, chosen: string | null): PrintedBallot {
  const [t, v] = [documentMessages[language], voteMessages[language]]
  const { ballot, tally } = outcome
  return {
    title: t.ballotTitle(ballot.round, ballot.method, ballot.per),
    notes: notesOf(outcome, language),
    options: ballot.options.map(({ proposal, text, meaning }, index) => {
      const counted = tally?.options.find(each => each.proposal === proposal)
      const said = (value: Standing) =>
        [counted?.values[value] ?? 0, counted?.partnerValues[value] ?? 0] as const
      const standings = inOrder(ballot.method).filter(value => said(value).some(count => count > 0))
      return {
        title: `${v.option(index + 1)}${proposal === chosen ? ` · ${v.chosen}` : ''}`,
        text,
        meaning: meaning === '' ? '' : `${v.means} ${meaning}`,
        said: [
          ...(counted && ballot.method === 'dots' ? [`${v.dotsCount(counted.dots)}.`] : []),
          ...verdictOf(outcome, proposal, language),
        ],
        rows: standings.map(value => {
          const [people, partners] = said(value)
          return [v[value], String(people), ballot.anonymous ? '' : String(partners)]
        }),
      }
    }),
  }
}

/** What was agreed beforehand, how many voted, and how. */
function notesOf({ ballot, turnout, tally, outcome }: BallotOutcome, language: Language): string[] {
  const [t, v, r] = [documentMessages[language], voteMessages[language], ballotRuleMessages[language]]
  const { by, threshold, anonymous } = ballot
  const quorum = outcome?.quorum
  const stoodIn = tally?.casters.filter(({ way }) => way === 'proxy').length ?? 0
  return [
    `${v.turnout(turnout.voters, turnout.partners)}.`,
    ...(anonymous ? [tally ? t.ballotAnonymous : v.secretFew(SECRET_FROM)] : []),
    ...(tally && tally.byHand > 0 ? [v.byHand(tally.byHand)] : []),
    ...(stoodIn > 0 ? [t.ballotStoodIn(stoodIn)] : []),
    ...(threshold ? [r.threshold(threshold, by)] : []),
    ...(quorum
      ? [`${(quorum.reached ? r.quorumReached : r.quorumMissed)(by, quorum.voted, quorum.of, quorum.least)}.`]
      : []),
  ]
}

function verdictOf({ ballot, outcome }: BallotOutcome, proposal: string, language: Language): string[] {
  const r = ballotRuleMessages[language]
  const option = outcome?.options?.find(each => each.proposal === proposal)
  if (!option) return []
  const { by } = ballot
  if (option.least === null)
    return [
      option.reached ? r.noObjection : option.objections > 0 ? r.objected(by, option.objections) : r.noSide,
    ]
  if (option.of === 0) return [r.noSide]
  return [`${(option.reached ? r.reached : r.missed)(by, option.inFavour, option.of, option.least)}.`]
}

import { useMessages } from '#components/ui/language.tsx'
import { StandsBar, Swatch, shownOrder } from '#components/vote/stands-picture.tsx'
import { OptionVerdict, QuorumVerdict } from '#components/vote/verdict.tsx'
import type { BallotOption } from '#lib/domain/ballot.ts'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import { compareRounds, type ProposalRounds } from '#lib/domain/ballot-rounds.ts'
import type { Tally } from '#lib/domain/tally.ts'
import { roundMessages } from '#lib/i18n/rounds.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'

/** What came of a vote, for the back row: where people and partners stand towards each text, and what moved since the round before. */
export function ResultPicture({ ballot, ballots }: { ballot: BallotView; ballots: readonly BallotView[] }) {
  const t = useMessages(voteMessages)
  const { tally, outcome } = ballot
  if (!tally) return <p className="text-3xl">{t.secretFew(SECRET_FROM)}</p>
  const rounds = compareRounds(ballots)
  const many = ballot.options.length > 3
  return (
    <>
      <h2 className="text-3xl font-bold">{t.result}</h2>
      <div className="pb-3 text-2xl">
        {outcome?.quorum && <QuorumVerdict by={ballot.by} quorum={outcome.quorum} />}
      </div>
      <ol className="flex min-h-0 flex-col gap-4 overflow-hidden">
        {ballot.options.map(option => (
          <OptionPicture
            key={option.proposal}
            {...{ ballot, tally, option, many }}
            compared={rounds.find(each => each.proposal === option.proposal)}
          />
        ))}
      </ol>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 pt-4 text-xl">
        {shownOrder(ballot.method).map(value => (
          <li key={value} className="flex items-center gap-2">
            <Swatch value={value} /> {t[value]}
          </li>
        ))}
      </ul>
      {tally.byHand > 0 && <p className="pt-2 text-xl">{t.byHand(tally.byHand)}</p>}
    </>
  )
}

function OptionPicture(props: {
  ballot: BallotView
  tally: Tally
  option: BallotOption
  many: boolean
  compared: ProposalRounds | undefined
}) {
  const t = useMessages(voteMessages)
  const { ballot, tally, option, many, compared } = props
  const counted = tally.options.find(each => each.proposal === option.proposal)
  const outcome = ballot.outcome?.options?.find(each => each.proposal === option.proposal)
  if (!counted) return null
  const order = shownOrder(ballot.method)
  const said = (label: string, inFavour: number, of: number) =>
    `${label}: ${t.favourOf(inFavour, of)}${ballot.method === 'dots' && label === t.peopleLabel ? `, ${t.dotsCount(counted.dots)}` : ''}`
  return (
    <li className="grid grid-cols-2 items-center gap-x-8 rounded-xl bg-surface p-4">
      <div className="text-2xl">
        <p className={`font-serif ${many ? 'line-clamp-2' : 'line-clamp-4 text-3xl'}`}>{option.text}</p>
        {outcome && <OptionVerdict by={ballot.by} option={outcome} />}
        <Moved compared={compared} />
      </div>
      <div className="flex flex-col gap-1 text-2xl">
        {ballot.per === 'person' && (
          <StandsBar
            label={said(t.peopleLabel, counted.people, counted.sided.people)}
            order={order}
            counts={counted.values}
          />
        )}
        {!ballot.anonymous && (
          <StandsBar
            label={said(t.partnersLabel, counted.partners, counted.sided.partners)}
            order={order}
            counts={counted.partnerValues}
          />
        )}
      </div>
    </li>
  )
}

/** That the words changed, and how many more are for it now. */
function Moved({ compared }: { compared: ProposalRounds | undefined }) {
  const t = useMessages(roundMessages)
  const [before, now] = [compared?.rounds.at(-2), compared?.rounds.at(-1)]
  if (!compared || !before || !now) return null
  const { moved } = compared
  const said = [
    now.changed ? t.textChanged : null,
    moved?.people == null ? null : t.movedPeople(moved.people),
    moved?.partners == null ? null : t.movedPartners(moved.partners),
  ].filter(each => each !== null)
  return said.length > 0 ? <p className="text-xl">{`${t.since(before.round)}: ${said.join(' · ')}`}</p> : null
}

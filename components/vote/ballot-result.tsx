'use client'
import { useMessages } from '#components/ui/language.tsx'
import type { BallotOption } from '#lib/domain/ballot.ts'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import type { Tally } from '#lib/domain/tally.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'
import { OptionText } from './option-text.tsx'
import { StandsPicture } from './stands-picture.tsx'
import { OptionVerdict, QuorumVerdict } from './verdict.tsx'
import { useNameOf } from './who-cast.tsx'

/** What was chosen, by people and by partners side by side: the numbers inform, the group decides. */
export function BallotResult({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(voteMessages)
  const { tally, outcome } = ballot
  if (!tally) return ballot.anonymous ? <p>{t.secretFew(SECRET_FROM)}</p> : null
  return (
    <div className="flex flex-col gap-3">
      <p className="text-lg font-bold">{t.result}</p>
      {outcome?.quorum && <QuorumVerdict by={ballot.by} quorum={outcome.quorum} />}
      <ol className="flex flex-col gap-3">
        {ballot.options.map((option, index) => (
          <OptionResult
            key={option.proposal}
            title={ballot.options.length > 1 ? t.option(index + 1) : null}
            {...{ view, ballot, tally, option }}
          />
        ))}
      </ol>
      {tally.byHand > 0 && <p className="text-sm">{t.byHand(tally.byHand)}</p>}
      <Casters view={view} ballot={ballot} tally={tally} />
    </div>
  )
}

function OptionResult(props: {
  title: string | null
  view: SessionView
  ballot: BallotView
  tally: Tally
  option: BallotOption
}) {
  const t = useMessages(voteMessages)
  const { title, view, ballot, tally, option } = props
  const counted = tally.options.find(each => each.proposal === option.proposal)
  const outcome = ballot.outcome?.options?.find(each => each.proposal === option.proposal)
  const chosen = view.definition?.ballot === ballot.id && view.definition.proposal === option.proposal
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line p-3">
      {title && <p className="text-sm text-muted">{title}</p>}
      {chosen && <p className="font-bold">★ {t.chosen}</p>}
      <OptionText option={option} />
      {outcome && <OptionVerdict by={ballot.by} option={outcome} />}
      {counted && (
        <StandsPicture
          method={ballot.method}
          counted={counted}
          people={ballot.per === 'person'}
          partners={!ballot.anonymous}
        />
      )}
      {counted && counted.reasons.length > 0 && (
        <div className="text-sm">
          <p className="font-bold">{t.reasons}</p>
          <ul className="list-disc pl-5">
            {counted.reasons.map((reason, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have said the same, and none moves
              <li key={index}>
                {t[reason.value]}: {reason.reason}
                {!ballot.anonymous && <> ({nameOf(view, reason.partner) ?? t.forSelf})</>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

const nameOf = (view: SessionView, partner: string | null) =>
  view.partners.find(each => each.id === partner)?.name

/** Who cast the vote of each partner, or stood in for somebody. */
function Casters({ view, ballot, tally }: { view: SessionView; ballot: BallotView; tally: Tally }) {
  const t = useMessages(voteMessages)
  const person = useNameOf()
  if (tally.casters.length === 0) return null
  const perPartner = ballot.per === 'partner'
  return (
    <details className="text-sm">
      <summary className="min-h-11 content-center font-semibold">
        {perPartner ? t.voters : t.votedFor}
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {tally.casters.map(({ voter, by, way }) => (
          <div key={voter} className="contents">
            <dt>{perPartner ? nameOf(view, voter) : person(voter)}</dt>
            <dd>
              {person(by)}
              {way === 'proxy' && ` (${t.proxy})`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

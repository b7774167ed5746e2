'use client'
import { useMessages } from '#components/ui/language.tsx'
import { consentValues } from '#lib/domain/ballot.ts'
import type { OptionTally } from '#lib/domain/tally.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'

/** What was chosen, by people and by partners side by side: the numbers inform, the group decides. */
export function BallotResult({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(voteMessages)
  const { tally } = ballot
  if (!tally) return null
  const most = Math.max(1, ...tally.options.map(option => option.dots))
  return (
    <div className="flex flex-col gap-3">
      <p className="text-lg font-bold">{t.result}</p>
      <ol className="flex flex-col gap-3">
        {ballot.options.map(option => {
          const counted = tally.options.find(each => each.proposal === option.proposal)
          const chosen = view.definition?.ballot === ballot.id && view.definition.proposal === option.proposal
          return (
            <li key={option.proposal} className="flex flex-col gap-2 rounded-lg border border-line p-3">
              {chosen && <p className="font-bold">★ {t.chosen}</p>}
              <p className="whitespace-pre-wrap break-words">{option.text}</p>
              {counted && ballot.method === 'dots' && (
                <>
                  <Bar label={t.dotsCount(counted.dots)} part={counted.dots} whole={most} />
                  <Bar label={t.byPeople(counted.people)} part={counted.people} whole={tally.voters} />
                  <Bar
                    label={t.byPartners(counted.partners)}
                    part={counted.partners}
                    whole={tally.partners}
                  />
                </>
              )}
              {counted && ballot.method === 'consent' && <Consent view={view} counted={counted} />}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Bar({ label, part, whole }: { label: string; part: number; whole: number }) {
  const width = whole > 0 ? Math.round((part / whole) * 100) : 0
  return (
    <div className="grid grid-cols-[7rem_1fr] items-center gap-2 text-sm">
      <span className="tabular-nums">{label}</span>
      <span aria-hidden="true" className="h-3 rounded-full border border-line">
        <span className="block h-full rounded-full bg-primary" style={{ width: `${width}%` }} />
      </span>
    </div>
  )
}

function Consent({ view, counted }: { view: SessionView; counted: OptionTally }) {
  const t = useMessages(voteMessages)
  const sum = (values: OptionTally['values']) =>
    Math.max(1, values.agree + values.reservation + values.objection)
  return (
    <>
      {consentValues.map(value => (
        <div key={value} className="flex flex-col gap-1">
          <p className="text-sm font-bold">{t[value]}</p>
          <Bar
            label={t.byPeople(counted.values[value])}
            part={counted.values[value]}
            whole={sum(counted.values)}
          />
          <Bar
            label={t.byPartners(counted.partnerValues[value])}
            part={counted.partnerValues[value]}
            whole={sum(counted.partnerValues)}
          />
        </div>
      ))}
      {counted.reasons.length > 0 && (
        <div className="text-sm">
          <p className="font-bold">{t.reasons}</p>
          <ul className="list-disc pl-5">
            {counted.reasons.map(reason => (
              <li key={`${reason.partner}-${reason.value}-${reason.reason}`}>
                {t[reason.value]}: {reason.reason} (
                {view.partners.find(each => each.id === reason.partner)?.name ?? t.forSelf})
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

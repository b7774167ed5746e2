'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { voterOf } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'
import { BallotResult } from './ballot-result.tsx'
import { ConsentForm } from './consent-form.tsx'
import { DotsForm } from './dots-form.tsx'

/** The newest vote of the session: to cast, to wait for, or to read; earlier ones to unfold. Shows nothing while there is none. */
export function BallotPanel() {
  const t = useMessages(voteMessages)
  const view = useSessionView()
  if (!view) return null
  const [ballot, ...earlier] = view.ballots.toSorted((a, b) => b.round - a.round)
  if (!ballot) return null
  return (
    <section
      aria-labelledby="ballot-title"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4"
    >
      <header>
        <h2 id="ballot-title" className="text-xl font-bold">
          {t.title(ballot.round)}
        </h2>
        <p aria-live="polite" className="text-sm text-muted">
          {t.turnout(ballot.turnout.voters, ballot.turnout.partners)}
        </p>
      </header>
      <Stage view={view} ballot={ballot} />
      {earlier.length > 0 && <Earlier view={view} ballots={earlier} />}
    </section>
  )
}

/** The votes before the newest one, which are all revealed: their results stay to be read. */
function Earlier({ view, ballots }: { view: SessionView; ballots: readonly BallotView[] }) {
  const t = useMessages(voteMessages)
  return (
    <details className="border-t border-line pt-1">
      <summary className="min-h-11 content-center font-semibold">{t.earlier}</summary>
      <ol className="flex flex-col gap-6">
        {ballots.map(ballot => (
          <li key={ballot.id}>
            <h3 className="text-lg font-bold">{t.title(ballot.round)}</h3>
            <p className="mb-2 text-sm text-muted">
              {t.turnout(ballot.turnout.voters, ballot.turnout.partners)}
            </p>
            <BallotResult view={view} ballot={ballot} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Stage({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(voteMessages)
  if (ballot.state === 'revealed') return <BallotResult view={view} ballot={ballot} />
  if (ballot.state === 'closed') return <Notice kind="info">{t.closed}</Notice>
  if (view.me.role !== 'participant') return <Notice kind="info">{t.watching}</Notice>
  if (voterOf(ballot, view.me) === null) return <Notice kind="info">{t.noPartner}</Notice>
  return (
    <>
      {ballot.per === 'partner' && <p className="text-sm text-muted">{t.perPartner}</p>}
      {ballot.method === 'dots' ? (
        <DotsForm key={ballot.id} ballot={ballot} />
      ) : (
        <ConsentForm key={ballot.id} ballot={ballot} />
      )}
    </>
  )
}

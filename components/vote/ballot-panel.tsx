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

/** The newest vote of the session: to cast, to wait for, or to read. Shows nothing while there is none. */
export function BallotPanel() {
  const t = useMessages(voteMessages)
  const view = useSessionView()
  const ballot = view && newestBallot(view.ballots)
  if (!view || !ballot) return null
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
    </section>
  )
}

function newestBallot(ballots: readonly BallotView[]): BallotView | null {
  return ballots.reduce<BallotView | null>(
    (newest, each) => (newest === null || each.round > newest.round ? each : newest),
    null,
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

'use client'
import dynamic from 'next/dynamic'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { voterOf } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'
import { BallotPromise } from './ballot-promise.tsx'
import { BallotResult } from './ballot-result.tsx'
import { VoteForm } from './vote-form.tsx'
import { WhoCast } from './who-cast.tsx'

const Rounds = dynamic(() => import('./rounds.tsx').then(file => file.Rounds), { ssr: false })
const ForOthers = dynamic(() => import('./for-others.tsx').then(file => file.ForOthers), { ssr: false })

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
          <Turnout ballot={ballot} />
        </p>
      </header>
      <Stage view={view} ballot={ballot} />
      {earlier.length > 0 && <Rounds ballots={view.ballots} />}
      {earlier.length > 0 && <Earlier view={view} ballots={earlier} />}
    </section>
  )
}

function Turnout({ ballot: { per, turnout } }: { ballot: BallotView }) {
  const t = useMessages(voteMessages)
  return per === 'partner' ? t.turnoutPartners(turnout.partners) : t.turnout(turnout.voters, turnout.partners)
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
              <Turnout ballot={ballot} />
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
  return (
    <>
      {voterOf(ballot, view.me) === null ? (
        <Notice kind="info">{t.noPartner}</Notice>
      ) : (
        <OwnVote view={view} ballot={ballot} />
      )}
      <ForOthers ballot={ballot} />
    </>
  )
}

function OwnVote({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(voteMessages)
  if (ballot.anonymous && ballot.voted)
    return (
      <Notice kind="success" title={t.votedSecretly}>
        {t.votedSecretlyText}
      </Notice>
    )
  return (
    <>
      <BallotPromise ballot={ballot} />
      {ballot.per === 'partner' && <p className="text-sm text-muted">{t.perPartner}</p>}
      {ballot.per === 'partner' && <WhoCast trail={ballot.myTrail} />}
      <VoteForm key={ballot.id} slot={{ ballot, voter: null, counted: ballot.myChoice }} as={view.me.id} />
    </>
  )
}

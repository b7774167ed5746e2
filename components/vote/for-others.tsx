'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { standsInFor } from '#lib/domain/ballot-voters.ts'
import { hostedBy } from '#lib/domain/hosting.ts'
import { countingMessages } from '#lib/i18n/counting.ts'
import { forOthersMessages } from '#lib/i18n/for-others.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'
import { HandsDialog } from './hands-dialog.tsx'
import { VoteForm } from './vote-form.tsx'
import { WhoCast } from './who-cast.tsx'

/** Whom one may vote for beside oneself, and the hands of one's own partner that were counted; nothing where there is neither. */
export function ForOthers({ ballot }: { ballot: BallotView }) {
  const words = useMessages(countingMessages)
  const t = useMessages(forOthersMessages)
  const view = useSessionView()
  const [voter, setVoter] = useState<string | null>(null)
  const [counting, setCounting] = useState(false)
  if (!view) return null
  const voters = standsInFor(ballot, view.me, view.roster, view.hosted, view.partners)
  const own = ballot.hands.find(({ partner }) => partner === view.me.partner)
  if (voters.length === 0 && !own) return null
  // Who is ticked here is in sight; a partner that is absent is looked for.
  const near = hostedBy(view.hosted, view.me.id).some(id => voters.includes(id))
  return (
    <>
      {own && (
        <p className="flex flex-wrap items-center gap-3 rounded-lg bg-paper p-3">
          <span className="grow">{words.handsOwn(own.people)}</span>
          <Button onClick={() => setCounting(true)}>{words.correct}</Button>
        </p>
      )}
      {voters.length > 0 && (
        <details open={near} className="border-t border-line pt-1">
          <summary className="min-h-11 content-center font-semibold">{t.title}</summary>
          <p className="pb-2 text-sm text-muted">{t.hint}</p>
          <Voters view={view} ballot={ballot} voters={voters} onVote={setVoter} />
        </details>
      )}
      {counting && view.me.partner && (
        <HandsDialog ballot={ballot} partner={view.me.partner} onClose={() => setCounting(false)} />
      )}
      {voter && <ProxyDialog view={view} ballot={ballot} voter={voter} onClose={() => setVoter(null)} />}
    </>
  )
}

/** What a voter is called: a person with their partner, or a partner. */
function nameOf({ roster, partners }: SessionView, voter: string): string {
  const partner = partners.find(({ id }) => id === voter)
  if (partner) return partner.name
  const person = roster.find(({ id }) => id === voter)
  const theirs = partners.find(({ id }) => id === person?.partner)?.name
  return theirs ? `${person?.name}, ${theirs}` : (person?.name ?? '')
}

/** Each whom one may vote for, whether there is a vote, and the way to it. */
export function Voters(props: {
  view: SessionView
  ballot: BallotView
  voters: readonly string[]
  onVote: (voter: string) => void
}) {
  const t = useMessages(forOthersMessages)
  const { view, ballot, voters, onVote } = props
  const state = (voter: string) => {
    const stood = ballot.stood.find(each => each.voter === voter)
    if (stood) return stood.trail.at(-1)?.way === 'own' ? t.votedSelf : t.filled
    const votes = ballot.per === 'partner' && ballot.votesOf?.find(({ partner }) => partner === voter)?.votes
    return votes ? t.votedSelf : t.empty
  }
  return (
    <ul className="flex flex-col gap-2">
      {voters.map(voter => {
        const said = state(voter)
        const name = nameOf(view, voter)
        return (
          <li
            key={voter}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-paper px-3 py-1"
          >
            <span className="grow">
              <b>{name}</b> <span className="text-sm text-muted">{said}</span>
            </span>
            {said !== t.votedSelf && (
              <Button
                aria-label={said === t.filled ? t.changeFor(name) : t.voteFor(name)}
                onClick={() => onVote(voter)}
              >
                {said === t.filled ? t.correct : t.fill}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The vote of somebody whom one stands in for. */
export function ProxyDialog(props: {
  view: SessionView
  ballot: BallotView
  voter: string
  onClose: () => void
}) {
  const t = useMessages(forOthersMessages)
  const { view, ballot, voter, onClose } = props
  const stood = ballot.stood.find(each => each.voter === voter)
  return (
    <Dialog open firm title={t.voteFor(nameOf(view, voter))} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {stood && <WhoCast trail={stood.trail} theirs />}
        <VoteForm slot={{ ballot, voter, counted: stood?.choice ?? null }} as={view.me.id} />
      </div>
    </Dialog>
  )
}

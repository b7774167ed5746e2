'use client'
import dynamic from 'next/dynamic'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import { ballotDeskMessages } from '#lib/i18n/ballot-desk.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import { useDoing } from '../use-doing.ts'
import { NewBallot } from './new-ballot.tsx'

const WithoutDevice = dynamic(() => import('./without-device.tsx').then(file => file.WithoutDevice), {
  ssr: false,
})

/** Opens a vote, closes and reveals it, and names what was chosen. */
export function BallotDesk() {
  const t = useMessages(ballotDeskMessages)
  const view = useSessionView()
  const newest = view?.ballots.toSorted((a, b) => a.round - b.round).at(-1)
  return (
    <section aria-labelledby="ballot-desk" className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <h2 id="ballot-desk" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      {newest && newest.state !== 'revealed' ? (
        <Running ballot={newest} />
      ) : (
        <Between newest={newest ?? null} />
      )}
    </section>
  )
}

function Running({ ballot }: { ballot: BallotView }) {
  const t = useMessages(ballotDeskMessages)
  const { busy, error, send } = useDoing()
  const closed = ballot.state === 'closed'
  const type = closed ? 'revealBallot' : 'closeBallot'
  const few = !closed && ballot.anonymous && ballot.turnout.voters < SECRET_FROM
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button variant="primary" disabled={busy} onClick={() => void send({ type, ballot: ballot.id })}>
          {closed ? t.reveal : t.close}
        </Button>
        {few && <p className="mt-1 text-sm text-muted">{t.closeFew(SECRET_FROM)}</p>}
      </div>
      {!closed && !ballot.anonymous && <WithoutDevice ballot={ballot} />}
    </>
  )
}

function Between({ newest }: { newest: BallotView | null }) {
  const t = useMessages(ballotDeskMessages)
  return (
    <>
      {newest && <Choosing ballot={newest} />}
      {newest ? (
        <details>
          <summary className="min-h-11 content-center font-semibold">{t.another}</summary>
          <NewBallot />
        </details>
      ) : (
        <NewBallot />
      )}
    </>
  )
}

function Choosing({ ballot }: { ballot: BallotView }) {
  const t = useMessages(ballotDeskMessages)
  const definition = useSessionView()?.definition
  const { busy, error, send } = useDoing()
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{t.choose}</h3>
      <p className="text-sm text-muted">{t.chooseHint}</p>
      {ballot.outcome?.quorum?.reached === false && <Notice kind="info">{t.noQuorumReached}</Notice>}
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col gap-2">
        {ballot.options.map(({ proposal, text }) => {
          const chosen = definition?.ballot === ballot.id && definition.proposal === proposal
          return (
            <li key={proposal} className="flex flex-wrap items-center gap-3 rounded-lg bg-surface p-3">
              <p className="min-w-60 flex-1 font-serif">{text}</p>
              <Button
                disabled={busy || chosen}
                aria-label={`${chosen ? t.chosen : t.chooseThis}: ${text}`}
                onClick={() => void send({ type: 'chooseDefinition', ballot: ballot.id, proposal })}
              >
                {chosen ? `★ ${t.chosen}` : t.chooseThis}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

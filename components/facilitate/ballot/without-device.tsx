'use client'
import { useState } from 'react'
import { CountedRow } from '#components/counting/counted-row.tsx'
import { NOBODY, WhoseHands } from '#components/counting/whose-hands.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { ProxyDialog, Voters } from '#components/vote/for-others.tsx'
import { HandsDialog } from '#components/vote/hands-dialog.tsx'
import { standsInFor } from '#lib/domain/ballot-voters.ts'
import { countingMessages } from '#lib/i18n/counting.ts'
import { forOthersMessages } from '#lib/i18n/for-others.ts'
import type { BallotView, SessionView } from '#lib/protocol/session-view.ts'

/** Votes of who has no device or is not here: hands that are counted, and who leads standing in. Folded, for mostly everybody votes. */
export function WithoutDevice({ ballot }: { ballot: BallotView }) {
  const t = useMessages(forOthersMessages)
  const view = useSessionView()
  const [voter, setVoter] = useState<string | null>(null)
  if (!view) return null
  const voters = standsInFor(ballot, view.me, view.roster, view.hosted, view.partners)
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t.leadTitle}</summary>
      <div className="flex flex-col gap-4">
        {ballot.per === 'person' && <Hands view={view} ballot={ballot} />}
        {voters.length > 0 && (
          <div>
            <p className="pb-2 text-sm text-muted">{t.hint}</p>
            <Voters view={view} ballot={ballot} voters={voters} onVote={setVoter} />
          </div>
        )}
      </div>
      {voter && <ProxyDialog view={view} ballot={ballot} voter={voter} onClose={() => setVoter(null)} />}
    </details>
  )
}

function Hands({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(forOthersMessages)
  const counting = useMessages(countingMessages)
  const [whose, setWhose] = useState<string | null>(null)
  const nameOf = (partner: string | null) =>
    view.partners.find(({ id }) => id === partner)?.name ?? counting.ofNobody
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{t.hands}</h3>
      <p className="text-sm text-muted">{t.handsHint}</p>
      <ul className="flex flex-col gap-2">
        {ballot.hands.map(({ partner, people }) => (
          <CountedRow
            key={partner ?? NOBODY}
            name={nameOf(partner)}
            said={counting.raised(people)}
            action={counting.correct}
            onAct={() => setWhose(partner ?? NOBODY)}
          />
        ))}
      </ul>
      <WhoseHands partners={view.partners} onCount={setWhose} />
      {whose !== null && (
        <HandsDialog
          ballot={ballot}
          partner={whose === NOBODY ? null : whose}
          onClose={() => setWhose(null)}
        />
      )}
    </div>
  )
}

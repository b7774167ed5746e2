'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { ProxyDialog, Voters } from '#components/vote/for-others.tsx'
import { HandsDialog } from '#components/vote/hands-dialog.tsx'
import { standsInFor } from '#lib/domain/ballot-voters.ts'
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

/** Stands for who speak for themselves, where an id of a partner is asked. */
const NOBODY = ''

function Hands({ view, ballot }: { view: SessionView; ballot: BallotView }) {
  const t = useMessages(forOthersMessages)
  const [whose, setWhose] = useState(view.partners[0]?.id ?? NOBODY)
  const [counting, setCounting] = useState<string | null>(null)
  const nameOf = (partner: string | null) =>
    view.partners.find(({ id }) => id === partner)?.name ?? t.ofNobody
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{t.hands}</h3>
      <p className="text-sm text-muted">{t.handsHint}</p>
      <ul className="flex flex-col gap-2">
        {ballot.hands.map(({ partner, people }) => (
          <li
            key={partner ?? NOBODY}
            className="flex flex-wrap items-center gap-x-3 rounded-lg bg-surface px-3 py-1"
          >
            <span className="grow">
              <b>{nameOf(partner)}</b> <span className="text-sm text-muted">{t.raised(people)}</span>
            </span>
            <Button
              aria-label={`${t.correct}: ${nameOf(partner)}`}
              onClick={() => setCounting(partner ?? NOBODY)}
            >
              {t.correct}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1">
          <Field label={t.whose}>
            {field => (
              <Select {...field} value={whose} onChange={event => setWhose(event.target.value)}>
                {view.partners.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value={NOBODY}>{t.ofNobody}</option>
              </Select>
            )}
          </Field>
        </div>
        <Button onClick={() => setCounting(whose)}>{t.count}</Button>
      </div>
      {counting !== null && (
        <HandsDialog
          ballot={ballot}
          partner={counting === NOBODY ? null : counting}
          onClose={() => setCounting(null)}
        />
      )}
    </div>
  )
}

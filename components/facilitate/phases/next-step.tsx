'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isOnBoard, isVoting, type Phase } from '#lib/domain/phase.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { silentRoundMessages } from '#lib/i18n/silent-round.ts'
import { useDoing } from '../use-doing.ts'
import { AppealsWait } from './appeals-wait.tsx'
import { Asking } from './asking.tsx'
import { Reopening } from './reopening.tsx'
import { ToStatement } from './to-statement.tsx'

/** Where one may go back to; a freeze can't be undone. */
const former: Partial<Record<Phase, 'collect' | 'order' | 'sign'>> = {
  order: 'collect',
  decide: 'order',
  closed: 'sign',
}

/** What the session asks of its facilitator now: one step on, and a step back where there is one. */
export function NextStep() {
  const t = useMessages(facilitateMessages)
  const round = useMessages(silentRoundMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  // Of the phase that it is about: what is asked in one is no question in the next.
  const [asking, setAsking] = useState<Phase | null>(null)
  if (!view) return null
  const { phase } = view.session
  const silent = view.session.desks !== null
  const back = former[phase]
  const move = (to: Phase) => void send({ type: 'movePhase', to })
  const moves: Partial<Record<Phase, { to: Phase; label: string }>> = {
    collect: { to: 'order', label: t.goOrder },
    order: { to: 'decide', label: t.goDecide },
  }
  const forward = moves[phase]
  const chosen = view.definition !== null
  const mayFreeze = chosen && !silent && !isVoting(view.ballots)
  return (
    <section
      aria-labelledby="next"
      className={`flex flex-col gap-3 rounded-xl p-4 ${view.step ? 'border border-line' : 'border-2 border-primary'}`}
    >
      <h2 id="next" className="text-xl font-bold">
        {view.step ? t.phaseDesk : t.next}
      </h2>
      <p>{t[`${phase}Next`]}</p>
      {(phase === 'order' || phase === 'decide') && <AppealsWait />}
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        {forward && (
          <Button
            variant={view.step ? 'secondary' : 'primary'}
            disabled={busy || silent}
            onClick={() => move(forward.to)}
          >
            {forward.label}
          </Button>
        )}
        {(phase === 'decide' || (chosen && isOnBoard(phase))) && (
          <Button variant="primary" disabled={!mayFreeze} onClick={() => setAsking(phase)}>
            {t.freezeBoard}
          </Button>
        )}
        {phase === 'statement' && (
          <>
            <ToStatement />
            <Button onClick={() => setAsking(phase)}>{t.freezeStatement}</Button>
          </>
        )}
        {phase === 'sign' && (
          <Button variant="primary" onClick={() => setAsking(phase)}>
            {t.goClosed}
          </Button>
        )}
        {back && (
          <Button disabled={busy} onClick={() => move(back)}>
            {t.backTo(t[back])}
          </Button>
        )}
        {phase === 'sign' && <Reopening />}
      </div>
      {silent && <p className="text-sm text-muted">{round.first}</p>}
      {phase === 'decide' && !mayFreeze && <p className="text-sm text-muted">{t.freezeNeedsChoice}</p>}
      <Asking phase={phase} open={asking === phase} onClose={() => setAsking(null)} />
    </section>
  )
}

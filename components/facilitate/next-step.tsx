'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Phase } from '#lib/domain/phase.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { silentRoundMessages } from '#lib/i18n/silent-round.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { useDoing } from './use-doing.ts'

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
  const [freezing, setFreezing] = useState(false)
  if (!view) return null
  const { phase } = view.session
  const silent = view.session.desks !== null
  const back = former[phase]
  const move = (to: Phase) => void send({ type: 'movePhase', to })
  const moves: Partial<Record<Phase, { to: Phase; label: string }>> = {
    collect: { to: 'order', label: t.goOrder },
    order: { to: 'decide', label: t.goDecide },
    sign: { to: 'closed', label: t.goClosed },
  }
  const forward = moves[phase]
  const mayFreeze = view.definition !== null && view.ballots.every(ballot => ballot.state !== 'open')
  return (
    <section
      aria-labelledby="next"
      className={`flex flex-col gap-3 rounded-xl p-4 ${view.step ? 'border border-line' : 'border-2 border-primary'}`}
    >
      <h2 id="next" className="text-xl font-bold">
        {view.step ? t.phaseDesk : t.next}
      </h2>
      <p>{t[`${phase}Next`]}</p>
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
        {phase === 'decide' && (
          <Button variant="primary" disabled={!mayFreeze} onClick={() => setFreezing(true)}>
            {t.freezeBoard}
          </Button>
        )}
        {phase === 'statement' && (
          <Button variant="primary" onClick={() => setFreezing(true)}>
            {t.freezeStatement}
          </Button>
        )}
        {back && (
          <Button disabled={busy} onClick={() => move(back)}>
            {t.backTo(t[back])}
          </Button>
        )}
      </div>
      {silent && <p className="text-sm text-muted">{round.first}</p>}
      {phase === 'decide' && !mayFreeze && <p className="text-sm text-muted">{t.freezeNeedsChoice}</p>}
      <Freezing phase={phase} open={freezing} onClose={() => setFreezing(false)} />
    </section>
  )
}

function Freezing({ phase, open, onClose }: { phase: Phase; open: boolean; onClose: () => void }) {
  const t = useMessages(facilitateMessages)
  const view = useSessionView()
  const { notes, lines } = useBoard()
  const command: Command | null =
    phase === 'decide' ? { type: 'freezeBoard' } : phase === 'statement' ? { type: 'freezeStatement' } : null
  if (!command || !view) return null
  const board = command.type === 'freezeBoard'
  const live = <T extends { deletedAt: number | null }>(entries: readonly T[]) =>
    entries.filter(entry => entry.deletedAt === null).length
  return (
    <FreezeDialog
      open={open}
      onClose={onClose}
      command={command}
      title={board ? t.freezeBoardTitle : t.freezeStatementTitle}
      text={board ? t.freezeBoardText(live(notes), live(lines)) : t.freezeStatementText(view.partners.length)}
      action={board ? t.freezeBoard : t.freezeStatement}
    />
  )
}

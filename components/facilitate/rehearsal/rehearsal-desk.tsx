'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isVoting, stageOf } from '#lib/domain/phase.ts'
import { type MadeUpAct, madeUpAct } from '#lib/domain/rehearsal.ts'
import { rehearsalMessages } from '#lib/i18n/rehearsal.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { FreezeDialog } from '../phases/freeze-dialog.tsx'
import { useDoing } from '../use-doing.ts'

/**
 * Rehearsing with made-up people, and wiping what was made. Offered at the top before the first step is begun, and while made-up
 * people are there; else behind a fold-out at the foot of the page. Once a statement is fixed there is nothing to wipe any more.
 */
export function RehearsalDesk({ at }: { at: 'top' | 'foot' }) {
  const t = useMessages(rehearsalMessages)
  const view = useSessionView()
  if (!view || view.statement) return null
  const madeUp = view.roster.filter(({ madeUp, removed }) => madeUp && !removed).length
  const before = view.step === null && view.session.phase === 'collect'
  if ((madeUp > 0 || before) !== (at === 'top')) return null
  if (madeUp > 0) return <Running view={view} people={madeUp} />
  if (before)
    return (
      <section aria-labelledby="rehearsal" className="flex flex-col gap-3 rounded-xl border border-line p-4">
        <h2 id="rehearsal" className="text-xl font-bold">
          {t.title}
        </h2>
        <Beginning view={view} />
      </section>
    )
  return (
    <details className="rounded-xl border border-line px-4 py-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.fold}</summary>
      <div className="flex flex-col gap-3 pt-1 pb-3">
        <Beginning view={view} />
      </div>
    </details>
  )
}

function Beginning({ view }: { view: SessionView }) {
  const t = useMessages(rehearsalMessages)
  const { busy, error, send } = useDoing()
  const empty = useBoard().notes.length === 0 && view.step === null && view.ballots.length === 0
  return (
    <>
      <p>{t.intro}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy} onClick={() => void send({ type: 'rehearse' })}>
          {t.begin}
        </Button>
        {!empty && <Wiping />}
      </div>
    </>
  )
}

function Running({ view, people }: { view: SessionView; people: number }) {
  const t = useMessages(rehearsalMessages)
  const { busy, error, send } = useDoing()
  return (
    <section
      aria-labelledby="rehearsal"
      className="flex flex-col gap-3 rounded-xl border-2 border-dashed border-primary p-4"
    >
      <h2 id="rehearsal" className="text-xl font-bold">
        {t.running}
      </h2>
      <p>{t.present(people)}</p>
      {view.session.phase === 'statement' && <p className="font-semibold">{t.limit}</p>}
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" disabled={busy} onClick={() => void send({ type: 'rehearse' })}>
          {t[nextAct(view)]}
        </Button>
        <Wiping />
      </div>
    </section>
  )
}

/** What made-up people would do now. */
const nextAct = ({ session, ballots, step, preparation }: SessionView): MadeUpAct =>
  madeUpAct({
    stage: stageOf(session, isVoting(ballots)),
    about: step?.step.view ?? null,
    preparing: preparation?.open ?? false,
  })

function Wiping() {
  const t = useMessages(rehearsalMessages)
  const [asking, setAsking] = useState(false)
  const notes = useBoard().notes.length
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t.wipe}
      </Button>
      <FreezeDialog
        open={asking}
        onClose={() => setAsking(false)}
        command={{ type: 'wipeContent' }}
        title={t.wipeTitle}
        text={t.wipeText(notes)}
        action={t.wipe}
      >
        <p className="mt-2">{t.wipeKept}</p>
      </FreezeDialog>
    </>
  )
}

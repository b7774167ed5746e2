'use client'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { Instruction } from '#components/programme/step-strip.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { wayTo } from '#lib/domain/phase.ts'
import { formerStep, nextStep, type Step, stepAt } from '#lib/domain/programme.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import { clockOf } from '#lib/i18n/moment.ts'
import { CheckHint } from '../checks/check-hint.tsx'
import { SignalsDesk } from '../room/signals-desk.tsx'
import { useDoing } from '../use-doing.ts'
import { ClockDesk } from './clock-desk.tsx'
import { StepList } from './step-list.tsx'
import { StepOffer } from './step-offer.tsx'

/** Leads the room through its programme: the present step, one on or back, the clock, and all steps to go to and change. */
export function ProgrammeDesk() {
  const t = useMessages(leadProgrammeMessages)
  const session = useSession()
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  if (!view?.programme) return null
  const { steps, version } = view.programme
  const place = { steps, at: view.step?.step.id ?? null }
  const [present, next, former] = [stepAt(place), nextStep(place), formerStep(place)]
  const go = (step: Step) => void send({ type: 'goToStep', step: step.id })
  const freezeFirst = next !== null && wayTo(view.session.phase, next.phase) === 'freeze'
  return (
    <section
      aria-labelledby="programme"
      className="flex flex-col gap-4 rounded-xl border-2 border-primary p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="programme" className="text-xl font-bold">
          {t.programme}
        </h2>
        <a href={`/${session}/projector`} target="_blank" className="py-2 font-semibold" rel="noreferrer">
          {t.projector}
        </a>
      </div>
      {error && <Notice kind="error">{error}</Notice>}
      {present && view.step ? (
        <Present step={present} since={view.step.since} />
      ) : (
        <p>{steps.length > 0 ? t.notBegun : t.empty}</p>
      )}
      <StepOffer />
      <CheckHint />
      {freezeFirst && <p>{t.freezeFirst(next.title)}</p>}
      {present && !next && <p className="text-muted">{t.ended}</p>}
      <div className="flex flex-wrap gap-3">
        {next && (
          <Button variant="primary" disabled={busy || freezeFirst} onClick={() => go(next)}>
            {present ? t.forward(next.title) : t.begin(next.title)}
          </Button>
        )}
        {former && (
          <Button disabled={busy} title={former.title} onClick={() => go(former)}>
            {t.back}
          </Button>
        )}
      </div>
      {present && <SignalsDesk />}
      {present && <ClockDesk clock={view.clock} minutes={present.minutes} />}
      <details>
        <summary className="min-h-11 content-center font-semibold">{t.allSteps(steps.length)}</summary>
        <StepList steps={steps} version={version} at={place.at} />
      </details>
    </section>
  )
}

function Present({ step, since }: { step: Step; since: number }) {
  const t = useMessages(leadProgrammeMessages)
  const language = useLanguage()
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="text-2xl font-bold">{step.title}</h3>
        <p className="text-sm text-muted">{t.planned(step.minutes, clockOf(language, since))}</p>
      </div>
      {step.goal && <p>{step.goal}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <h4 className="mb-1 text-sm font-bold text-muted">{t.everybodyReads}</h4>
          <Instruction text={step.instruction} />
        </div>
        {step.notes && (
          <div>
            <h4 className="mb-1 text-sm font-bold text-muted">{t.youRead}</h4>
            <p className="whitespace-pre-line">{step.notes}</p>
          </div>
        )}
      </div>
    </div>
  )
}

'use client'
import { useState } from 'react'
import { newId } from '#components/live/new-id.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { STEPS_MAX, type Step, type StepDay, stepDays } from '#lib/domain/programme.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import { useDoing } from '../use-doing.ts'
import { StepDialog } from './step-dialog.tsx'
import { Templates } from './templates.tsx'

type Editing = { step: Step; added: boolean }

/** All steps by day: to go to, to change, to pass over, to move, to repeat. Each change is sent at once. */
export function StepList(props: { steps: readonly Step[]; version: number; at: string | null }) {
  const t = useMessages(leadProgrammeMessages)
  const { steps, version, at } = props
  const { busy, error, send } = useDoing()
  const [editing, setEditing] = useState<Editing | null>(null)
  const change = (to: readonly Step[]) => send({ type: 'editProgramme', version, steps: [...to] })
  const save = async ({ step, added }: Editing) => {
    const to = added ? [...steps, step] : steps.map(each => (each.id === step.id ? step : each))
    if (await change(inOrderOfDays(to))) setEditing(null)
  }
  return (
    <div className="flex flex-col gap-4 pt-2">
      {error && <Notice kind="error">{error}</Notice>}
      {stepDays.map(day => (
        <Day
          key={day}
          day={day}
          steps={steps.filter(each => each.day === day)}
          at={at}
          busy={busy}
          onGo={step => void send({ type: 'goToStep', step })}
          onEdit={step => setEditing({ step, added: false })}
          onChange={edit => void change(edit(steps))}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={busy || steps.length >= STEPS_MAX}
          onClick={() => setEditing({ step: emptyStep(newId(), steps.at(-1)), added: true })}
        >
          {t.add}
        </Button>
        <Templates steps={steps} at={at} busy={busy} onChange={change} />
      </div>
      {editing && (
        <StepDialog
          key={editing.step.id}
          step={editing.step}
          added={editing.added}
          busy={busy}
          error={error}
          onSave={step => void save({ ...editing, step })}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

const inOrderOfDays = (steps: readonly Step[]): Step[] =>
  stepDays.flatMap(day => steps.filter(each => each.day === day))

/** A step to begin from: like the one before it, without its words. */
function emptyStep(id: string, former: Step | undefined): Step {
  const { day = 'day1', phase = 'collect', view = 'wall', mode = 'open' } = former ?? {}
  const texts = { title: '', goal: '', instruction: '', notes: '' }
  return { ...texts, id, day, minutes: 15, mode, phase, view, bouwstenen: [], skipped: false }
}

type DayProps = {
  steps: readonly Step[]
  at: string | null
  busy: boolean
  onGo: (id: string) => void
  onEdit: (step: Step) => void
  onChange: (edit: (steps: readonly Step[]) => readonly Step[]) => void
}

function Day({ day, ...rest }: DayProps & { day: StepDay }) {
  const t = useMessages(leadProgrammeMessages)
  const { steps } = rest
  if (steps.length === 0) return null
  const minutes = steps.reduce((sum, each) => sum + (each.skipped ? 0 : each.minutes), 0)
  return (
    <div>
      <h3 className="flex items-baseline justify-between gap-3 border-b border-line pb-1 font-bold">
        {t[day]}
        <span className="text-sm font-normal text-muted">
          {t.takes(Math.floor(minutes / 60), minutes % 60)}
        </span>
      </h3>
      <ol className="flex flex-col divide-y divide-line">
        {steps.map(step => (
          <Row key={step.id} step={step} {...rest} />
        ))}
      </ol>
    </div>
  )
}

function Row({ step, at, busy, onGo, onEdit, onChange, steps: day }: DayProps & { step: Step }) {
  const t = useMessages(leadProgrammeMessages)
  const present = step.id === at
  const place = day.indexOf(step)
  const to = (index: number) => onChange(steps => swapped(steps, step, day[index]))
  const acts: [string, () => void, boolean][] = [
    [t.edit, () => onEdit(step), true],
    [step.skipped ? t.unskip : t.skip, () => onChange(withSkipped(step)), !present],
    [t.up, () => to(place - 1), place > 0],
    [t.down, () => to(place + 1), place < day.length - 1],
    [t.copy, () => onChange(withCopy(step)), true],
    [t.remove, () => onChange(steps => steps.filter(({ id }) => id !== step.id)), !present],
  ]
  return (
    <li
      aria-current={present ? 'step' : undefined}
      className="relative flex items-center gap-2 py-1 aria-[current=step]:font-bold"
    >
      <p className={`min-w-0 grow ${step.skipped ? 'text-muted line-through' : ''}`}>
        {step.title}
        <span className="text-sm font-normal text-muted">
          {' '}
          · {step.minutes} min
          {present && ` · ${t.present}`}
          {step.skipped && ` · ${t.skipped}`}
        </span>
      </p>
      {!present && (
        <Button variant="quiet" className="px-2 text-sm" disabled={busy} onClick={() => onGo(step.id)}>
          {t.goHere}
          <span className="sr-only">: {step.title}</span>
        </Button>
      )}
      <Disclosure label={t.change(step.title)} face={<span aria-hidden="true">⋯</span>}>
        {close => (
          <ul className="flex flex-col">
            {acts
              .filter(([, , possible]) => possible)
              .map(([label, act]) => (
                <li key={label}>
                  <Button
                    variant="quiet"
                    className="w-full justify-start px-2 font-normal"
                    disabled={busy}
                    onClick={() => {
                      close()
                      act()
                    }}
                  >
                    {label}
                  </Button>
                </li>
              ))}
          </ul>
        )}
      </Disclosure>
    </li>
  )
}

const withSkipped = (step: Step) => (steps: readonly Step[]) =>
  steps.map(each => (each.id === step.id ? { ...each, skipped: !each.skipped } : each))

const withCopy = (step: Step) => (steps: readonly Step[]) =>
  steps.flatMap(each => (each.id === step.id ? [each, { ...each, id: newId(), skipped: false }] : [each]))

function swapped(steps: readonly Step[], one: Step, other: Step | undefined): readonly Step[] {
  if (!other) return steps
  return steps.map(each => (each.id === one.id ? other : each.id === other.id ? one : each))
}

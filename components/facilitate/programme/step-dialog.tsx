'use client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, Select, TextArea, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import { phases } from '#lib/domain/phase.ts'
import {
  STEP_GOAL_MAX,
  STEP_MINUTES_MAX,
  STEP_TEXT_MAX,
  STEP_TITLE_MAX,
  type Step,
  stepDays,
  stepModes,
  stepViews,
} from '#lib/domain/programme.ts'
import { mayAll, movers, writers } from '#lib/domain/step-rights.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import { sessionMessages } from '#lib/i18n/session.ts'

type Mistake = 'titleMissing' | 'minutesWrong'

function mistakesIn({ title, minutes }: Step): Mistakes<Mistake> {
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= STEP_MINUTES_MAX
  return {
    ...(title.trim() === '' && { title: 'titleMissing' }),
    ...(!fits && { minutes: 'minutesWrong' }),
  }
}

/** All that there is to say of a step. */
export function StepDialog(props: {
  step: Step
  added: boolean
  busy: boolean
  error: string | null
  onSave: (step: Step) => void
  onClose: () => void
}) {
  const t = useMessages(leadProgrammeMessages)
  const id = useId()
  const [step, setStep] = useState(props.step)
  const { form, mistakes, check } = useFormCheck(step, mistakesIn)
  const set = (change: Partial<Step>) => setStep({ ...step, ...change })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (check()) props.onSave(step)
  }
  return (
    <Dialog
      open
      wide
      firm
      onClose={props.onClose}
      title={props.added ? t.addTitle : t.editTitle}
      actions={
        <>
          <Button type="submit" form={id} variant="primary" disabled={props.busy}>
            {t.save}
          </Button>
          <Button onClick={props.onClose}>{t.cancel}</Button>
        </>
      }
    >
      {props.error && <Notice kind="error">{props.error}</Notice>}
      <form id={id} ref={form} noValidate onSubmit={save} className="flex flex-col gap-4">
        <Words step={step} mistakes={mistakes} onChange={set} />
        <Working step={step} mistakes={mistakes} onChange={set} />
        <About chosen={step.bouwstenen} onChange={chosen => set({ bouwstenen: chosen })} />
      </form>
    </Dialog>
  )
}

type PartProps = { step: Step; mistakes: Mistakes<Mistake>; onChange: (change: Partial<Step>) => void }

function Words({ step, mistakes, onChange }: PartProps) {
  const t = useMessages(leadProgrammeMessages)
  return (
    <>
      <Field label={t.title} error={mistakes.title && t.titleMissing}>
        {field => (
          <TextInput
            {...field}
            data-focus-first
            maxLength={STEP_TITLE_MAX}
            value={step.title}
            onChange={event => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.goal}>
        {field => (
          <TextInput
            {...field}
            maxLength={STEP_GOAL_MAX}
            value={step.goal}
            onChange={event => onChange({ goal: event.target.value })}
          />
        )}
      </Field>
      {(['instruction', 'notes'] as const).map(each => (
        <Field key={each} label={t[each]} hint={t[`${each}Hint`]}>
          {field => (
            <TextArea
              {...field}
              rows={4}
              maxLength={STEP_TEXT_MAX}
              value={step[each]}
              onChange={event => onChange({ [each]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}

function Working({ step, mistakes, onChange }: PartProps) {
  const t = useMessages(leadProgrammeMessages)
  const phase = useMessages(sessionMessages)
  const may = step.may ?? mayAll
  const modeName = { ...t, statement: t.statementMode, sign: t.signMode }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        label={t.day}
        value={step.day}
        all={stepDays}
        name={day => t[day]}
        onChange={day => onChange({ day })}
      />
      <Field label={t.minutes} error={mistakes.minutes && t.minutesWrong(STEP_MINUTES_MAX)}>
        {field => (
          <TextInput
            {...field}
            type="number"
            min={1}
            max={STEP_MINUTES_MAX}
            value={Number.isNaN(step.minutes) ? '' : step.minutes}
            onChange={event => onChange({ minutes: event.target.valueAsNumber })}
          />
        )}
      </Field>
      <Choice
        label={t.mode}
        hint={t[`${step.mode}Means`]}
        value={step.mode}
        all={stepModes}
        name={mode => modeName[mode]}
        onChange={mode => onChange({ mode })}
      />
      <Choice
        label={t.view}
        value={step.view}
        all={stepViews}
        name={view => (view === 'statement' ? t.statementView : t[view])}
        onChange={view => onChange({ view })}
      />
      <Choice
        label={t.phase}
        hint={t.phaseHint}
        value={step.phase}
        all={phases}
        name={each => (each === 'statement' ? phase.statementPhase : phase[each])}
        onChange={to => onChange({ phase: to })}
      />
      <Choice
        label={t.write}
        hint={t.writeHint}
        value={may.write}
        all={writers}
        name={each => t[`${each}Write`]}
        onChange={write => onChange({ may: { ...may, write } })}
      />
      <Choice
        label={t.move}
        hint={t.moveHint}
        value={may.move}
        all={movers}
        name={each => t[`${each}Move`]}
        onChange={move => onChange({ may: { ...may, move } })}
      />
    </div>
  )
}

function Choice<T extends string>(props: {
  label: string
  hint?: string
  value: T
  all: readonly T[]
  name: (each: T) => string
  onChange: (to: T) => void
}) {
  return (
    <Field label={props.label} hint={props.hint}>
      {field => (
        <Select {...field} value={props.value} onChange={event => props.onChange(event.target.value as T)}>
          {props.all.map(each => (
            <option key={each} value={each}>
              {props.name(each)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function About(props: { chosen: readonly Bouwsteen[]; onChange: (chosen: Bouwsteen[]) => void }) {
  const t = useMessages(leadProgrammeMessages)
  const language = useLanguage()
  const { chosen } = props
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t.bouwstenen}</legend>
      <div className="flex flex-wrap gap-x-5">
        {bouwstenen.map(each => (
          <label key={each} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              onChange={event =>
                props.onChange(
                  bouwstenen.filter(one => (one === each ? event.target.checked : chosen.includes(one))),
                )
              }
              className="size-6 accent-(--primary)"
            />
            {bouwsteenContent[each].name[language]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

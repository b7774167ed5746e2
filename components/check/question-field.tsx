'use client'
import { useId } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { FormQuestion } from '#lib/content/check-forms.ts'
import { CHECK_TEXT_MAX, type CheckQuestion } from '#lib/domain/check.ts'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import { gradeText } from './grade-text.ts'

type Given = string | number
type Props<K extends CheckQuestion['kind']> = {
  question: FormQuestion
  ask: Extract<CheckQuestion, { kind: K }>
  given: Given | undefined
  onGive: (given: Given | null) => void
}

/** One question, as its kind asks. `onGive` null: it is passed over after all. */
export function QuestionField(props: {
  question: FormQuestion
  anonymous: boolean
  given: Given | undefined
  onGive: (given: Given | null) => void
}) {
  const { ask } = props.question
  if (ask.kind === 'options') return <Options {...props} ask={ask} />
  if (ask.kind === 'grade') return <Grade {...props} ask={ask} />
  if (ask.kind === 'text') return <Words {...props} ask={ask} />
  return <Call {...props} ask={ask} />
}

/** What a question says in full, under its title. */
function About({ question }: { question: FormQuestion }) {
  const language = useLanguage()
  return (
    <>
      {question.text && <p className="mb-1">{question.text[language]}</p>}
      {question.guide.map(line => (
        <p key={line.nl} className="text-sm text-muted">
          {line[language]}
        </p>
      ))}
    </>
  )
}

function Options({ question, ask, given, onGive }: Props<'options'>) {
  const language = useLanguage()
  const name = useId()
  // Few short ones lie beside each other.
  const short = ask.options.every(({ id }) => (question.options[id]?.[language].length ?? 0) <= 8)
  return (
    <fieldset className="flex flex-col">
      <legend className="font-bold">{question.title[language]}</legend>
      <About question={question} />
      <div
        className={
          short && ask.options.length <= 3 ? 'mt-1 grid grid-cols-3 gap-1.5' : 'mt-1 flex flex-col gap-1.5'
        }
      >
        {ask.options.map(({ id }) => (
          <label
            key={id}
            className="flex min-h-11 items-center gap-1.5 rounded-lg border border-line px-2 py-1.5 has-checked:border-primary has-checked:bg-surface has-checked:font-semibold"
          >
            <input
              type="radio"
              name={name}
              checked={given === id}
              onChange={() => onGive(id)}
              className="size-6 shrink-0 accent-(--primary)"
            />
            {question.options[id]?.[language]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Grade({ question, ask, given, onGive }: Props<'grade'>) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const id = useId()
  const set = typeof given === 'number'
  return (
    <div>
      <label htmlFor={id} className="font-bold">
        {question.title[language]}
      </label>
      <About question={question} />
      <div className="mt-1 flex items-center gap-3">
        <span aria-hidden="true" className="text-sm text-muted">
          {ask.min}
        </span>
        <input
          id={id}
          type="range"
          min={ask.min}
          max={ask.max}
          step={ask.step}
          value={set ? given : (ask.min + ask.max) / 2}
          aria-valuetext={set ? gradeText(language, given) : t.noGrade}
          onChange={event => onGive(event.target.valueAsNumber)}
          // A press on the very middle changes nothing that the browser would tell.
          onPointerUp={event => onGive(event.currentTarget.valueAsNumber)}
          className={`h-11 min-w-0 grow accent-(--primary) ${set ? '' : 'opacity-60'}`}
        />
        <span aria-hidden="true" className="text-sm text-muted">
          {ask.max}
        </span>
        <output htmlFor={id} className="w-12 text-right text-2xl font-bold tabular-nums">
          {set ? gradeText(language, given) : '–'}
        </output>
      </div>
      {set && (
        <Button variant="quiet" className="-ml-4 text-sm" onClick={() => onGive(null)}>
          {t.clear}
          <span className="sr-only">: {question.title[language]}</span>
        </Button>
      )}
    </div>
  )
}

function Words({ question, anonymous, given, onGive }: Props<'text'> & { anonymous: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const hint = anonymous ? t.forLeadNameless : question.text?.[language]
  return (
    <Field label={question.title[language]} hint={hint}>
      {field => (
        <TextArea
          {...field}
          rows={2}
          maxLength={CHECK_TEXT_MAX}
          value={given ?? ''}
          onChange={event => onGive(event.target.value === '' ? null : event.target.value)}
        />
      )}
    </Field>
  )
}

function Call({ question, given, onGive }: Props<'call'>) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const me = useSessionView()?.me
  const wants = given !== undefined
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-bold">{question.title[language]}</legend>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={wants}
          onChange={event => onGive(event.target.checked ? (me?.name ?? '') : null)}
          className="size-6 shrink-0 accent-(--primary)"
        />
        {t.call}
      </label>
      {wants && (
        <Field label={t.callName} hint={t.callHint}>
          {field => (
            <TextInput
              {...field}
              maxLength={PARTICIPANT_NAME_MAX}
              value={given}
              onChange={event => onGive(event.target.value)}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

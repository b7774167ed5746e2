'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type BallotOption, type Choice, orderFor, REASON_MAX } from '#lib/domain/ballot.ts'
import { type AnswerValue, answersOf, asksReason } from '#lib/domain/ballot-answer.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import { CastFoot } from './cast-foot.tsx'
import { type Slot, useCastVote } from './cast-vote.ts'
import { OptionText } from './option-text.tsx'

type Answers = Exclude<Choice, { method: 'dots' }>
type Answer = { value: AnswerValue; reason: string }

/** An answer on every text, by steps or by consent; some ask for a reason. `as`: whose order of the texts it is. */
export function AnswerForm({ slot, as }: { slot: Slot; as: string }) {
  const t = useMessages(voteMessages)
  const { ballot } = slot
  const method = ballot.method === 'gradient' ? 'gradient' : 'consent'
  const { choice, counted, changed, busy, error, put, cast, fail } = useCastVote<Answers>(slot, {
    method,
    answers: {},
  })
  // How often one tried to cast it; each time the first reason that is missing gets the focus.
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const answers: Record<string, Answer> = choice.answers
  const unexplained = (proposal: string) => {
    const given = answers[proposal]
    return given !== undefined && asksReason(given.value) && given.reason.trim() === ''
  }
  const submit = () => {
    setTries(tries + 1)
    if (ballot.options.some(({ proposal }) => !answers[proposal])) return fail(t.incomplete)
    if (ballot.options.some(({ proposal }) => unexplained(proposal))) return
    void cast(choice)
  }
  const inWords = (given: Record<string, Answer>) =>
    ballot.options
      .flatMap(({ proposal }, index) => {
        const each = given[proposal]
        return each ? [`${t.option(index + 1)}: ${t[each.value]}`] : []
      })
      .join('. ')
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p>
        {method === 'gradient' ? t.gradientIntro : t.consentIntro} {t.abstainHint}
      </p>
      {orderFor(ballot, as).map(option => (
        <AnswerFields
          key={option.proposal}
          title={t.option(ballot.options.indexOf(option) + 1)}
          option={option}
          values={answersOf[method]}
          secret={ballot.anonymous}
          given={answers[option.proposal]}
          error={tries > 0 && unexplained(option.proposal) ? t.reasonMissing : undefined}
          onAnswer={answer =>
            // What is offered is what this method knows.
            put({ method, answers: { ...answers, [option.proposal]: answer } } as Answers)
          }
        />
      ))}
      <CastFoot
        counted={counted && inWords(counted.answers)}
        changed={changed}
        waits={null}
        error={error}
        busy={busy}
        onKeep={() => put(null)}
      />
    </form>
  )
}

function AnswerFields(props: {
  title: string
  option: BallotOption
  values: readonly AnswerValue[]
  secret: boolean
  given: Answer | undefined
  error: string | undefined
  onAnswer: (answer: Answer) => void
}) {
  const t = useMessages(voteMessages)
  const name = useId()
  const { given, onAnswer } = props
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm text-muted">{props.title}</legend>
      <OptionText option={props.option} />
      {props.values.map(value => (
        <label
          key={value}
          className={`flex min-h-11 items-center gap-3 ${value === 'abstain' ? 'border-t border-line' : ''}`}
        >
          <input
            type="radio"
            className="size-6 shrink-0 accent-(--primary)"
            name={name}
            checked={given?.value === value}
            onChange={() => onAnswer({ value, reason: asksReason(value) ? (given?.reason ?? '') : '' })}
          />
          {t[value]}
        </label>
      ))}
      {given && asksReason(given.value) && (
        <Field label={t.reason} hint={props.secret ? t.reasonSecret : t.reasonHint} error={props.error}>
          {field => (
            <TextArea
              {...field}
              maxLength={REASON_MAX}
              value={given.reason}
              onChange={event => onAnswer({ value: given.value, reason: event.target.value })}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

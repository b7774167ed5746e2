'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type Choice, type ConsentValue, consentValues, REASON_MAX } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import { CastFoot } from './cast-foot.tsx'
import { useCastVote } from './cast-vote.ts'

type Consent = Extract<Choice, { method: 'consent' }>

/** Consent on every text; a reservation or an objection asks for its reason. */
export function ConsentForm({ ballot }: { ballot: BallotView }) {
  const t = useMessages(voteMessages)
  const { choice, counted, changed, busy, error, put, cast, fail } = useCastVote<Consent>(ballot, {
    method: 'consent',
    answers: {},
  })
  // How often one tried to cast it; each time the first reason that is missing gets the focus.
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const { answers } = choice
  const unexplained = (proposal: string) => {
    const given = answers[proposal]
    return given !== undefined && given.value !== 'agree' && given.reason.trim() === ''
  }
  const submit = () => {
    setTries(tries + 1)
    if (ballot.options.some(({ proposal }) => !answers[proposal])) return fail(t.incomplete)
    if (ballot.options.some(({ proposal }) => unexplained(proposal))) return
    void cast(choice)
  }
  const inWords = (given: Consent) =>
    ballot.options
      .flatMap(({ proposal }, index) => {
        const each = given.answers[proposal]
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
      <p>{t.consentIntro}</p>
      {ballot.options.map(({ proposal, text }, index) => (
        <AnswerFields
          key={proposal}
          title={t.option(index + 1)}
          text={text}
          given={answers[proposal]}
          error={tries > 0 && unexplained(proposal) ? t.reasonMissing : undefined}
          onAnswer={(value, reason) =>
            put({ method: 'consent', answers: { ...answers, [proposal]: { value, reason } } })
          }
        />
      ))}
      <CastFoot
        counted={counted && inWords(counted)}
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
  text: string
  given: Consent['answers'][string] | undefined
  error: string | undefined
  onAnswer: (value: ConsentValue, reason: string) => void
}) {
  const t = useMessages(voteMessages)
  const name = useId()
  const { given, onAnswer } = props
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm text-muted">{props.title}</legend>
      <p className="whitespace-pre-wrap break-words">{props.text}</p>
      {consentValues.map(value => (
        <label key={value} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            className="size-6 shrink-0 accent-(--primary)"
            name={name}
            checked={given?.value === value}
            onChange={() => onAnswer(value, value === 'agree' ? '' : (given?.reason ?? ''))}
          />
          {t[value]}
        </label>
      ))}
      {given && given.value !== 'agree' && (
        <Field label={t.reason} hint={t.reasonHint} error={props.error}>
          {field => (
            <TextArea
              {...field}
              maxLength={REASON_MAX}
              value={given.reason}
              onChange={event => onAnswer(given.value, event.target.value)}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

'use client'
import { useState } from 'react'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type ConsentValue, consentValues, REASON_MAX } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import { CastFoot } from './cast-foot.tsx'
import { useCastVote } from './cast-vote.ts'

type Answers = Record<string, { value: ConsentValue; reason: string }>

/** Consent on every text; a reservation or an objection asks for its reason. */
export function ConsentForm({ ballot }: { ballot: BallotView }) {
  const t = useMessages(voteMessages)
  const former = ballot.myChoice?.method === 'consent' ? ballot.myChoice.answers : {}
  const [answers, setAnswers] = useState<Answers>(former)
  const { busy, saved, error, cast, fail } = useCastVote(ballot.id)
  const submit = () => {
    const given = ballot.options.map(option => answers[option.proposal])
    if (given.some(answer => !answer)) return fail(t.incomplete)
    if (given.some(answer => answer?.value !== 'agree' && answer?.reason.trim() === ''))
      return fail(t.reasonMissing)
    void cast({ method: 'consent', answers })
  }
  const answer = (proposal: string, value: ConsentValue) =>
    setAnswers(now => ({
      ...now,
      [proposal]: { value, reason: value === 'agree' ? '' : (now[proposal]?.reason ?? '') },
    }))
  const explain = (proposal: string, value: ConsentValue, reason: string) =>
    setAnswers(now => ({ ...now, [proposal]: { value, reason } }))
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p>{t.consentIntro}</p>
      {ballot.options.map((option, index) => {
        const given = answers[option.proposal]
        return (
          <fieldset key={option.proposal} className="flex flex-col gap-2 rounded-lg border border-line p-3">
            <legend className="px-1 text-sm text-muted">{t.option(index + 1)}</legend>
            <p className="whitespace-pre-wrap break-words">{option.text}</p>
            {consentValues.map(value => (
              <label key={value} className="flex min-h-11 items-center gap-3">
                <input
                  type="radio"
                  className="size-5"
                  name={`consent-${option.proposal}`}
                  checked={given?.value === value}
                  onChange={() => answer(option.proposal, value)}
                />
                {t[value]}
              </label>
            ))}
            {given && given.value !== 'agree' && (
              <Field label={t.reason} hint={t.reasonHint}>
                {props => (
                  <TextArea
                    {...props}
                    required
                    maxLength={REASON_MAX}
                    value={given.reason}
                    onChange={event => explain(option.proposal, given.value, event.target.value)}
                  />
                )}
              </Field>
            )}
          </fieldset>
        )
      })}
      <CastFoot voted={saved || ballot.myChoice !== null} error={error} busy={busy} />
    </form>
  )
}

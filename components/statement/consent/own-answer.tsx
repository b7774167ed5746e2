'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import {
  type Consent,
  type ConsentAnswer,
  consentAnswers,
  RESERVATION_MAX,
  saysTooLittle,
} from '#lib/domain/consent.ts'
import type { StatementSection } from '#lib/domain/section.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { refusalMessages } from '#lib/i18n/refusals.ts'
import { StandingMark } from './standing-mark.tsx'

type Asked = {
  section: StatementSection
  title: string
  own: Consent | undefined
  changed: boolean
  /** The partner for which one writes this down; null: one answers for one's own. */
  entering: string | null
}

/** The answer of one's own partner, or of one for which one writes it down, and giving another; what is written beside it is asked for when one chooses it. */
export function OwnAnswer({ section, title, own, changed, entering }: Asked) {
  const t = useMessages(consentMessages)
  const { busy, error, send } = useAnswer(section, entering)
  const [writing, setWriting] = useState<'reserves' | 'waits' | null>(null)
  const given = changed ? undefined : own?.answer
  const partner = useSessionView()?.partners.find(({ id }) => id === entering)?.name
  const choose = (answer: ConsentAnswer) => {
    if (busy) return
    if (answer !== 'agrees') return setWriting(answer)
    setWriting(null)
    void send('agrees', '')
  }
  return (
    <fieldset className="flex flex-col items-start gap-3">
      <legend className="sr-only">
        {partner === undefined ? t.answerFor(title) : t.theirAnswer(partner, title)}
      </legend>
      <div className="flex w-full flex-col gap-2 sm:w-auto sm:flex-row sm:flex-wrap">
        {consentAnswers.map(answer => (
          <button
            key={answer}
            type="button"
            aria-pressed={given === answer}
            aria-expanded={answer === 'agrees' ? undefined : writing === answer}
            onClick={() => choose(answer)}
            className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line bg-surface px-3 py-1 font-semibold hover:bg-paper aria-pressed:border-2 aria-pressed:border-ink aria-pressed:bg-paper"
          >
            <StandingMark standing={answer} />
            {t[answer]}
          </button>
        ))}
      </div>
      {own && !changed && !own.entered && <GivenBy own={own} />}
      {error && (
        <p role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
      {writing && (
        <Writing
          key={writing}
          answer={writing}
          first={own?.answer === writing ? own.text : ''}
          onKeep={text => void send(writing, text).then(done => done && setWriting(null))}
          onCancel={() => setWriting(null)}
        />
      )}
    </fieldset>
  )
}

function GivenBy({ own: { by, at } }: { own: Consent }) {
  const t = useMessages(consentMessages)
  const language = useLanguage()
  const name = useSessionView()?.roster.find(({ id }) => id === by)?.name ?? ''
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at)
  return <p className="text-sm text-muted">{t.given(name, date)}</p>
}

function Writing(props: {
  answer: 'reserves' | 'waits'
  first: string
  onKeep: (text: string) => void
  onCancel: () => void
}) {
  const t = useMessages(consentMessages)
  const refusals = useMessages(refusalMessages)
  const [text, setText] = useState(props.first)
  const [tried, setTried] = useState(false)
  const reserves = props.answer === 'reserves'
  const lacks = saysTooLittle({ answer: props.answer, text })
  const keep = () => {
    setTried(true)
    if (!lacks) props.onKeep(text.trim())
  }
  return (
    <div className="flex w-full max-w-[68ch] flex-col gap-2">
      <Field
        label={reserves ? t.reservation : t.waitsFor}
        hint={reserves ? t.reservationHint : t.waitsForHint}
        error={tried && lacks ? refusals['reason-missing'] : undefined}
      >
        {field => (
          <TextArea
            {...field}
            autoFocus
            maxLength={RESERVATION_MAX}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={keep}>
          {t.keep}
        </Button>
        <Button variant="quiet" onClick={props.onCancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Sends an answer to the section as it is shown here: to words that came since, the server takes none. */
function useAnswer({ key, hash }: StatementSection, entering: string | null) {
  const command = useCommand()
  const refusal = useRefusalText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async (answer: ConsentAnswer, text: string): Promise<boolean> => {
    setBusy(true)
    const done = await command({
      ...{ type: 'consentSection', section: key, textHash: hash, answer, text },
      ...(entering === null ? {} : { partner: entering }),
    })
    setBusy(false)
    setError(done.ok ? null : refusal(done.refusal.code))
    return done.ok
  }
  return { busy, error, send }
}

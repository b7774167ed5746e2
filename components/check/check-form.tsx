'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { checkForms } from '#lib/content/check-forms.ts'
import { acceptAnswer, type CheckAnswer } from '#lib/domain/check.ts'
import type { Partner } from '#lib/domain/partner.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { QuestionField } from './question-field.tsx'

/** A check to answer: what it promises, its questions, and one button. `forPartner`: whose answer who leads fills in. */
export function CheckForm(props: {
  check: CheckView
  draft: CheckAnswer
  /** Null: what was filled in is sent. */
  onDraft: (draft: CheckAnswer | null) => void
  onClose: () => void
  forPartner?: Partner
}) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const hands = useMessages(checkHandsMessages)
  const { check, draft, onDraft, forPartner } = props
  const form = checkForms[check.kind]
  const { busy, error, sent, send } = useAnswering(check, forPartner)
  if (sent || (check.anonymous && check.answered))
    return (
      <div className="flex flex-col items-start gap-4">
        <Notice kind="success" title={t.sent}>
          {check.anonymous ? t.sentAnonymous : t.mayChange} {t.later}
        </Notice>
        <Button variant="primary" onClick={props.onClose}>
          {t.close}
        </Button>
      </div>
    )
  const promise = () => {
    if (forPartner) return hands.fillPromise(forPartner.name)
    if (check.anonymous) return t.promiseAnonymous
    return check.per === 'partner' ? t.promisePartner : t.promisePerson
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={event => {
        event.preventDefault()
        void send(draft).then(done => done && onDraft(null))
      }}
    >
      {check.filledForMe && <Notice kind="info">{hands.filledForYouHint}</Notice>}
      <p>{form.how[language]}</p>
      <p className="rounded-lg bg-surface p-3 text-sm">
        {promise()} {t.passOver}
      </p>
      {check.about && (
        <figure>
          <figcaption className="text-sm text-muted">{t.about}</figcaption>
          <blockquote className="rounded-lg bg-(--note-opgave) p-3 font-serif whitespace-pre-wrap text-ink">
            {check.about}
          </blockquote>
        </figure>
      )}
      {form.questions.map(question => (
        <QuestionField
          key={question.ask.id}
          question={question}
          anonymous={check.anonymous}
          given={draft[question.ask.id]}
          onGive={given => {
            const { [question.ask.id]: _, ...others } = draft
            onDraft(given === null ? others : { ...others, [question.ask.id]: given })
          }}
        />
      ))}
      {error && <Notice kind="error">{error}</Notice>}
      <Button type="submit" variant="primary" className="self-start max-sm:w-full" disabled={busy}>
        {check.answered ? t.change : t.send}
      </Button>
    </form>
  )
}

function useAnswering(check: CheckView, forPartner: Partner | undefined) {
  const t = useMessages(checkMessages)
  const text = useRefusalText()
  const command = useCommand()
  const me = useSessionView()?.me
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const send = async (draft: CheckAnswer): Promise<boolean> => {
    const answer = trimmed(draft)
    const questions = checkForms[check.kind].questions.map(({ ask }) => ask)
    const answering = me && { id: me.id, partner: forPartner?.id ?? me.partner }
    const refusal = answering ? acceptAnswer(check, questions, answering, answer) : null
    if (refusal) {
      setError(refusal === 'wrong-answer' ? t.least : text(refusal))
      return false
    }
    setBusy(true)
    const done = await command(
      forPartner
        ? { type: 'answerForPartner', check: check.id, partner: forPartner.id, answer }
        : { type: 'answerCheck', check: check.id, answer },
    )
    setBusy(false)
    setSent(done.ok)
    setError(done.ok ? null : text(done.refusal.code))
    return done.ok
  }
  return { busy, error, sent, send }
}

/** Without the spaces around words, and without words that are none. */
function trimmed(draft: CheckAnswer): CheckAnswer {
  const entries = Object.entries(draft).map(
    ([id, given]) => [id, typeof given === 'string' ? given.trim() : given] as const,
  )
  return Object.fromEntries(entries.filter(([, given]) => given !== ''))
}

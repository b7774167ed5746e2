'use client'
import { useState } from 'react'
import { CountingDialog } from '#components/counting/counting-dialog.tsx'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Field } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { NumberInput } from '#components/ui/number-input.tsx'
import { checkForms, type FormQuestion, questionsOf } from '#lib/content/check-forms.ts'
import { acceptCheckHands, answeredIn, type CheckHands } from '#lib/domain/check-hands.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { countingMessages } from '#lib/i18n/counting.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'

/** The hands of a partner's people or of who speak for themselves (null), or all slips of an anonymous check: what they answered. */
export function CheckHandsDialog(props: { check: CheckView; partner: string | null; onClose: () => void }) {
  const t = useMessages(checkHandsMessages)
  const words = useMessages(countingMessages)
  const { check, partner, onClose } = props
  const view = useSessionView()
  const counted = check.hands.find(each => each.partner === partner)
  const [hands, setHands] = useState<CheckHands>(counted ?? { partner, people: 1, counts: {} })
  const { busy, error, save } = useCounting(check, partner, onClose)
  const name = view?.partners.find(({ id }) => id === partner)?.name ?? words.ofNobody
  const asked = checkForms[check.kind].questions.filter(({ ask }) => ask.kind === 'options')
  return (
    <CountingDialog
      title={check.anonymous ? t.countSlips : words.countOf(name)}
      clear={counted ? t.clear : null}
      onSave={() => void save(hands)}
      onClear={() => void save(null)}
      {...{ busy, error, onClose }}
    >
      <Field label={check.anonymous ? t.peopleSlips : t.people}>
        {field => (
          <NumberInput
            {...field}
            n={hands.people}
            onNumber={people => setHands({ ...hands, people })}
            className="max-w-24"
          />
        )}
      </Field>
      {asked.map(question => (
        <QuestionHands
          key={question.ask.id}
          {...{ question, hands }}
          onChosen={chosen => setHands({ ...hands, counts: { ...hands.counts, [question.ask.id]: chosen } })}
        />
      ))}
    </CountingDialog>
  )
}

function useCounting(check: CheckView, partner: string | null, onDone: () => void) {
  const t = useMessages(checkHandsMessages)
  const text = useRefusalText()
  const command = useCommand()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const save = async (hands: CheckHands | null) => {
    const refusal = hands && acceptCheckHands(check, questionsOf(check.kind), hands)
    if (refusal) return setError(refusal === 'wrong-answer' ? t.wrong : text(refusal))
    setBusy(true)
    const told = hands && { people: hands.people, counts: hands.counts }
    const answer = await command({ type: 'countCheckHands', check: check.id, partner, hands: told })
    setBusy(false)
    setError(answer.ok ? null : text(answer.refusal.code))
    if (answer.ok) onDone()
  }
  return { busy, error, save }
}

/** How many chose each option of one question. */
function QuestionHands(props: {
  question: FormQuestion
  hands: CheckHands
  onChosen: (chosen: Record<string, number>) => void
}) {
  const words = useMessages(countingMessages)
  const language = useLanguage()
  const { question, hands, onChosen } = props
  const { ask } = question
  if (ask.kind !== 'options') return null
  const chosen = hands.counts[ask.id] ?? {}
  const sum = answeredIn(chosen)
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 font-semibold">{question.title[language]}</legend>
      {question.text && <p className="text-sm text-muted">{question.text[language]}</p>}
      {ask.options.map(({ id }) => (
        <label
          key={id}
          htmlFor={`${ask.id}-${id}`}
          className="flex min-h-11 items-center justify-between gap-3"
        >
          {question.options[id]?.[language]}
          <NumberInput
            id={`${ask.id}-${id}`}
            n={chosen[id] ?? 0}
            onNumber={n => onChosen({ ...chosen, [id]: n })}
            className="max-w-20 text-right"
          />
        </label>
      ))}
      <p className={`text-right text-sm tabular-nums ${sum > hands.people ? 'text-danger' : 'text-muted'}`}>
        {words.sum(sum, hands.people)}
      </p>
    </fieldset>
  )
}

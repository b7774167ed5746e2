'use client'
import { useState } from 'react'
import { CountingDialog } from '#components/counting/counting-dialog.tsx'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { NumberInput } from '#components/ui/number-input.tsx'
import { type BallotOption, REASON_MAX } from '#lib/domain/ballot.ts'
import { asksReason, type Standing, standingsOf } from '#lib/domain/ballot-answer.ts'
import { acceptHands, type Hands } from '#lib/domain/ballot-hands.ts'
import { countingMessages } from '#lib/i18n/counting.ts'
import { forOthersMessages } from '#lib/i18n/for-others.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'

/** The hands of a partner's people, or of who speak for themselves (null): how many, and where they stand. */
export function HandsDialog(props: { ballot: BallotView; partner: string | null; onClose: () => void }) {
  const t = useMessages(forOthersMessages)
  const words = useMessages(countingMessages)
  const { ballot, partner, onClose } = props
  const view = useSessionView()
  const counted = ballot.hands.find(each => each.partner === partner)
  const [hands, setHands] = useState<Hands>(
    counted ? justHands(counted) : { partner, people: 1, abstained: 0, counts: {}, reasons: {} },
  )
  const { busy, error, save } = useCounting(ballot, hands, onClose)
  const name = view?.partners.find(({ id }) => id === partner)?.name ?? words.ofNobody
  return (
    <CountingDialog
      title={words.countOf(name)}
      clear={counted ? t.clear : null}
      onSave={() => void save(hands)}
      onClear={() => void save(null)}
      {...{ busy, error, onClose }}
    >
      <div className="flex flex-wrap gap-4">
        <NumberField label={t.people} n={hands.people} onNumber={people => setHands({ ...hands, people })} />
        <NumberField
          label={t.abstained}
          n={hands.abstained}
          onNumber={abstained => setHands({ ...hands, abstained })}
        />
      </div>
      {ballot.options.map((option, index) => (
        <OptionHands key={option.proposal} {...{ ballot, option, index, hands }} onHands={setHands} />
      ))}
    </CountingDialog>
  )
}

const justHands = ({ partner, people, abstained, counts, reasons }: Hands): Hands => ({
  ...{ partner, people, abstained, counts, reasons },
})

function useCounting(ballot: BallotView, { partner }: Pick<Hands, 'partner'>, onDone: () => void) {
  const t = useMessages(forOthersMessages)
  const text = useRefusalText()
  const command = useCommand()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const save = async (hands: Hands | null) => {
    const refusal = hands && acceptHands(ballot, hands)
    if (refusal === 'wrong-choice' && ballot.method !== 'dots') return setError(t.sumWrong)
    if (refusal === 'wrong-choice' || refusal === 'too-many-dots') return setError(t.dotsWrong(ballot.dots))
    if (refusal === 'reason-missing') return setError(t.reasonMissing)
    setBusy(true)
    const { partner: _, ...told } = hands ?? { partner }
    const answer = await command({
      type: 'countHands',
      ballot: ballot.id,
      partner,
      hands: hands && (told as Omit<Hands, 'partner'>),
    })
    setBusy(false)
    setError(answer.ok ? null : text(answer.refusal.code))
    if (answer.ok) onDone()
  }
  return { busy, error, save }
}

/** How many stand where towards one text, and why where somebody has to say so. */
function OptionHands(props: {
  ballot: BallotView
  option: BallotOption
  index: number
  hands: Hands
  onHands: (hands: Hands) => void
}) {
  const t = useMessages(forOthersMessages)
  const words = useMessages(countingMessages)
  const vote = useMessages(voteMessages)
  const { ballot, option, index, hands, onHands } = props
  const { proposal } = option
  const dots = ballot.method === 'dots'
  const asked: readonly Standing[] = dots ? ['dot'] : standingsOf[ballot.method].slice(1)
  const here: Partial<Record<Standing, number>> = hands.counts[proposal] ?? {}
  const sum = asked.reduce((all, value) => all + (here[value] ?? 0), 0)
  const put = (value: Standing, n: number) =>
    onHands({ ...hands, counts: { ...hands.counts, [proposal]: { ...here, [value]: n } } })
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm text-muted">{vote.option(index + 1)}</legend>
      <p className="line-clamp-3 font-serif">{option.text}</p>
      {asked.map(value => (
        <label
          key={value}
          htmlFor={`${proposal}-${value}`}
          className="flex items-center justify-between gap-3"
        >
          {dots ? t.dotsFor : vote[value]}
          <NumberInput
            id={`${proposal}-${value}`}
            n={here[value] ?? 0}
            onNumber={n => put(value, n)}
            className="max-w-20 text-right"
          />
        </label>
      ))}
      {!dots && (
        <p className="text-right text-sm text-muted tabular-nums">
          {words.sum(sum, Math.max(0, hands.people - hands.abstained))}
        </p>
      )}
      {asked.some(value => asksReason(value) && (here[value] ?? 0) > 0) && (
        <Field label={t.reason}>
          {field => (
            <TextArea
              {...field}
              maxLength={REASON_MAX}
              value={hands.reasons[proposal] ?? ''}
              onChange={event =>
                onHands({ ...hands, reasons: { ...hands.reasons, [proposal]: event.target.value } })
              }
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

function NumberField(props: { label: string; n: number; onNumber: (n: number) => void }) {
  return (
    <Field label={props.label}>
      {field => <NumberInput {...field} n={props.n} onNumber={props.onNumber} className="max-w-24" />}
    </Field>
  )
}

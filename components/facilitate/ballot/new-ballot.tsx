'use client'
import { type FormEvent, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Ballot, DOTS_MAX, MEANING_MAX } from '#lib/domain/ballot.ts'
import { ballotMethods } from '#lib/domain/ballot-answer.ts'
import type { Proposal } from '#lib/domain/proposal.ts'
import { ballotDeskMessages } from '#lib/i18n/ballot-desk.ts'
import { useDoing } from '../use-doing.ts'
import { noRules, type Rules, RulesFields, rulesFor } from './rules-fields.tsx'

/** Dots that a voter gets unless the facilitator says otherwise. */
const DOTS = 3

/** What a vote is about, how it is held, and what is agreed beforehand. */
export function NewBallot() {
  const t = useMessages(ballotDeskMessages)
  const proposals = useBoard().proposals.filter(
    ({ deletedAt, text }) => deletedAt === null && text.trim() !== '',
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [meanings, setMeanings] = useState<Record<string, string>>({})
  const [method, setMethod] = useState<Ballot['method']>('dots')
  const [per, setPer] = useState<Ballot['per']>('person')
  const [dots, setDots] = useState(DOTS)
  const [rules, setRules] = useState<Rules>(noRules)
  const dotsWrong = method === 'dots' && !(Number.isInteger(dots) && dots >= 1 && dots <= DOTS_MAX)
  const { busy, error, send } = useDoing()
  if (proposals.length === 0) return <p className="text-muted">{t.empty}</p>
  const chosen = proposals.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (dotsWrong) return
    const agreed = rulesFor(rules, method, per)
    const asked = { method, per, dots: method === 'dots' ? dots : DOTS }
    void send({ type: 'openBallot', ...asked, ...agreed, proposals: chosen, meanings })
  }
  return (
    <form noValidate onSubmit={open} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold">{t.which}</legend>
        {proposals.map(proposal => (
          <Candidate
            key={proposal.id}
            proposal={proposal}
            chosen={!left.has(proposal.id)}
            meaning={meanings[proposal.id] ?? ''}
            onToggle={() => toggle(proposal.id)}
            onMeaning={meaning => setMeanings({ ...meanings, [proposal.id]: meaning })}
          />
        ))}
      </fieldset>
      <Choice
        legend={t.method}
        value={method}
        options={ballotMethods}
        text={each => t[each]}
        onChange={setMethod}
      />
      <Choice
        legend={t.per}
        value={per}
        options={['person', 'partner']}
        text={each => t[each]}
        onChange={setPer}
      />
      {method === 'dots' && <DotsField dots={dots} wrong={dotsWrong} onDots={setDots} />}
      <RulesFields method={method} per={per} rules={rules} onRules={setRules} />
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button type="submit" variant="primary" disabled={busy || chosen.length === 0 || dotsWrong}>
          {t.open}
        </Button>
        <p className="mt-1 text-sm text-muted">{t.openHint}</p>
      </div>
    </form>
  )
}

/** How many dots each voter has. */
function DotsField(props: { dots: number; wrong: boolean; onDots: (dots: number) => void }) {
  const t = useMessages(ballotDeskMessages)
  const { dots, wrong, onDots } = props
  return (
    <Field label={t.dotsEach} error={wrong ? t.dotsWrong(DOTS_MAX) : undefined}>
      {field => (
        <TextInput
          {...field}
          type="number"
          min={1}
          max={DOTS_MAX}
          value={Number.isNaN(dots) ? '' : dots}
          onChange={event => onDots(event.target.valueAsNumber)}
          className="max-w-24"
        />
      )}
    </Field>
  )
}

/** A proposal that may be voted on, with what it means to choose it. */
function Candidate(props: {
  proposal: Proposal
  chosen: boolean
  meaning: string
  onToggle: () => void
  onMeaning: (meaning: string) => void
}) {
  const t = useMessages(ballotDeskMessages)
  const { proposal, chosen, meaning, onToggle, onMeaning } = props
  return (
    <div className="rounded-lg bg-surface p-3">
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          checked={chosen}
          onChange={onToggle}
          className="mt-0.5 size-6 shrink-0 accent-(--primary)"
        />
        <span className="font-serif">{proposal.text}</span>
      </label>
      {chosen && (
        <details className="pl-9">
          <summary className="min-h-11 content-center text-sm font-semibold">
            {meaning.trim() === '' ? t.addMeaning : meaning}
            <span className="sr-only">: {proposal.text}</span>
          </summary>
          <Field label={t.meaning} hint={t.meaningHint}>
            {field => (
              <TextArea
                {...field}
                rows={2}
                maxLength={MEANING_MAX}
                value={meaning}
                onChange={event => onMeaning(event.target.value)}
              />
            )}
          </Field>
        </details>
      )}
    </div>
  )
}

function Choice<T extends string>(props: {
  legend: string
  value: T
  options: readonly T[]
  text: (option: T) => string
  onChange: (option: T) => void
}) {
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-semibold">{props.legend}</legend>
      {props.options.map(option => (
        <label key={option} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={props.legend}
            checked={props.value === option}
            onChange={() => props.onChange(option)}
            className="size-6 shrink-0 accent-(--primary)"
          />
          {props.text(option)}
        </label>
      ))}
    </fieldset>
  )
}

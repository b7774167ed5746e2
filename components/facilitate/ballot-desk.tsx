'use client'
import { type FormEvent, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Ballot, ballotMethods, DOTS_MAX } from '#lib/domain/ballot.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import { useDoing } from './use-doing.ts'

/** Dots that a voter gets unless the facilitator says otherwise. */
const DOTS = 3

/** Opens a vote, closes and reveals it, and names what was chosen. */
export function BallotDesk() {
  const t = useMessages(facilitateMessages)
  const view = useSessionView()
  const newest = view?.ballots.toSorted((a, b) => a.round - b.round).at(-1)
  return (
    <section aria-labelledby="ballot-desk" className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <h2 id="ballot-desk" className="scroll-mt-28 text-xl font-bold">
        {t.ballotDesk}
      </h2>
      {newest && newest.state !== 'revealed' ? (
        <Running ballot={newest} />
      ) : (
        <Between newest={newest ?? null} />
      )}
    </section>
  )
}

function Running({ ballot }: { ballot: BallotView }) {
  const t = useMessages(facilitateMessages)
  const { busy, error, send } = useDoing()
  const closed = ballot.state === 'closed'
  const type = closed ? 'revealBallot' : 'closeBallot'
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button variant="primary" disabled={busy} onClick={() => void send({ type, ballot: ballot.id })}>
          {closed ? t.revealBallot : t.closeBallot}
        </Button>
      </div>
    </>
  )
}

function Between({ newest }: { newest: BallotView | null }) {
  const t = useMessages(facilitateMessages)
  return (
    <>
      {newest && <Choosing ballot={newest} />}
      {newest ? (
        <details>
          <summary className="min-h-11 content-center font-semibold">{t.ballotNew}</summary>
          <NewBallot />
        </details>
      ) : (
        <NewBallot />
      )}
    </>
  )
}

function Choosing({ ballot }: { ballot: BallotView }) {
  const t = useMessages(facilitateMessages)
  const definition = useSessionView()?.definition
  const { busy, error, send } = useDoing()
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{t.choose}</h3>
      <p className="text-sm text-muted">{t.chooseHint}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col gap-2">
        {ballot.options.map(({ proposal, text }) => {
          const chosen = definition?.ballot === ballot.id && definition.proposal === proposal
          return (
            <li key={proposal} className="flex flex-wrap items-center gap-3 rounded-lg bg-surface p-3">
              <p className="min-w-60 flex-1 font-serif">{text}</p>
              <Button
                disabled={busy || chosen}
                aria-label={`${chosen ? t.chosen : t.chooseThis}: ${text}`}
                onClick={() => void send({ type: 'chooseDefinition', ballot: ballot.id, proposal })}
              >
                {chosen ? `★ ${t.chosen}` : t.chooseThis}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function NewBallot() {
  const t = useMessages(facilitateMessages)
  const proposals = useBoard().proposals.filter(
    ({ deletedAt, text }) => deletedAt === null && text.trim() !== '',
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [method, setMethod] = useState<Ballot['method']>('dots')
  const [per, setPer] = useState<Ballot['per']>('person')
  const [dots, setDots] = useState(DOTS)
  const dotsWrong = method === 'dots' && !(Number.isInteger(dots) && dots >= 1 && dots <= DOTS_MAX)
  const { busy, error, send } = useDoing()
  if (proposals.length === 0) return <p className="text-muted">{t.ballotEmpty}</p>
  const chosen = proposals.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (dotsWrong) return
    void send({ type: 'openBallot', method, per, dots, proposals: chosen })
  }
  return (
    <form noValidate onSubmit={open} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-semibold">{t.which}</legend>
        {proposals.map(({ id, text }) => (
          <label key={id} className="flex min-h-11 items-start gap-3 rounded-lg bg-surface p-3">
            <input
              type="checkbox"
              checked={!left.has(id)}
              onChange={() => toggle(id)}
              className="mt-0.5 size-6 shrink-0 accent-(--primary)"
            />
            <span className="font-serif">{text}</span>
          </label>
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
      {method === 'dots' && (
        <Field label={t.dotsEach} error={dotsWrong ? t.dotsWrong(DOTS_MAX) : undefined}>
          {field => (
            <TextInput
              {...field}
              type="number"
              min={1}
              max={DOTS_MAX}
              value={Number.isNaN(dots) ? '' : dots}
              onChange={event => setDots(event.target.valueAsNumber)}
              className="max-w-24"
            />
          )}
        </Field>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button type="submit" variant="primary" disabled={busy || chosen.length === 0 || dotsWrong}>
          {t.openBallot}
        </Button>
        <p className="mt-1 text-sm text-muted">{t.openBallotHint}</p>
      </div>
    </form>
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
            className="size-6 accent-(--primary)"
          />
          {props.text(option)}
        </label>
      ))}
    </fieldset>
  )
}

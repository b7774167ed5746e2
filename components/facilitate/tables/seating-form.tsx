'use client'
import { type FormEvent, useMemo, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import { firstTables } from '#lib/content/first-tables.ts'
import { mixing, seated } from '#lib/domain/seating.ts'
import {
  ROUNDS_MAX,
  TABLE_CALL_MAX,
  TABLE_QUESTION_MAX,
  TABLE_TITLE_MAX,
  TABLES_MAX,
  type Table,
  tableSchema,
} from '#lib/domain/tables.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import { useDoing } from '../use-doing.ts'

/** At one table it is still a talk. */
const GOOD_SIZE = 8

type Mistake = 'titleMissing' | 'callWrong'

function mistakesIn(tables: readonly Table[]): Mistakes<Mistake> {
  const found: Record<string, Mistake> = {}
  tables.forEach(({ title, call }, place) => {
    if (title.trim() === '') found[`${place}.title`] = 'titleMissing'
    if (!tableSchema.shape.call.safeParse(call).success) found[`${place}.call`] = 'callWrong'
  })
  return found
}

const upTo = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index)

/** How many tables and rounds, and what each table is about; with how well people would mix. */
export function SeatingForm() {
  const t = useMessages(tableMessages)
  const language = useLanguage()
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const guests = useMemo(
    () => (view?.roster ?? []).filter(({ role, removed }) => role === 'participant' && !removed),
    [view?.roster],
  )
  const [count, setCount] = useState(() => (guests.length > 4 * GOOD_SIZE ? 8 : 4))
  const [rounds, setRounds] = useState(4)
  const [tables, setTables] = useState(() => firstTables(count, language))
  const { form, mistakes, check } = useFormCheck(tables, mistakesIn)
  const said = (path: string) => mistakes[path] && t[mistakes[path]]
  const seats = useMemo(() => seated(guests, count, rounds), [guests, count, rounds])
  const { together, repeated } = useMemo(() => mixing(guests, seats), [guests, seats])
  const choose = (many: number) => {
    setCount(many)
    setTables(firstTables(many, language))
  }
  const seat = (event: FormEvent) => {
    event.preventDefault()
    if (!check()) return
    const plan = Object.fromEntries(Object.entries(seats).map(([id, mine]) => [id, [...mine]]))
    void send({ type: 'seatTables', seating: { tables, rounds, seats: plan } })
  }
  return (
    <form ref={form} noValidate onSubmit={seat} className="flex flex-col gap-4">
      <p>{t.intro}</p>
      <div className="flex flex-wrap gap-4">
        <Amount label={t.count} value={count} choices={upTo(2, TABLES_MAX)} onChange={choose} />
        <Amount label={t.rounds} value={rounds} choices={upTo(1, ROUNDS_MAX)} onChange={setRounds} />
      </div>
      <p aria-live="polite">
        {guests.length < count
          ? t.tooFew
          : [
              t.sizes(guests.length, Math.floor(guests.length / count), Math.ceil(guests.length / count)),
              t.together(together),
              t.repeated(repeated),
            ].join(' ')}
      </p>
      <div className="flex flex-col">
        {tables.map((table, index) => (
          <TableFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
            key={index}
            place={index + 1}
            table={table}
            said={field => said(`${index}.${field}`)}
            onChange={change =>
              setTables(tables.map((each, at) => (at === index ? { ...each, ...change } : each)))
            }
          />
        ))}
      </div>
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button type="submit" variant="primary" disabled={busy || guests.length < count}>
          {t.seat}
        </Button>
      </div>
    </form>
  )
}

function Amount(props: {
  label: string
  value: number
  choices: readonly number[]
  onChange: (value: number) => void
}) {
  return (
    <Field label={props.label}>
      {field => (
        <Select
          {...field}
          value={props.value}
          onChange={event => props.onChange(Number(event.target.value))}
          className="max-w-28"
        >
          {props.choices.map(each => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function TableFields(props: {
  place: number
  table: Table
  said: (field: keyof Table) => string | undefined
  onChange: (change: Partial<Table>) => void
}) {
  const t = useMessages(tableMessages)
  const { place, table, said, onChange } = props
  return (
    <details className="border-b border-line">
      <summary className="min-h-11 content-center">
        <strong>{t.table(place)}</strong>: {table.title}
      </summary>
      <div className="flex flex-col gap-3 pb-4">
        <Field label={t.title} error={said('title')}>
          {field => (
            <TextInput
              {...field}
              maxLength={TABLE_TITLE_MAX}
              value={table.title}
              onChange={event => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.question}>
          {field => (
            <TextInput
              {...field}
              maxLength={TABLE_QUESTION_MAX}
              value={table.question}
              onChange={event => onChange({ question: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.call} hint={t.callHint} error={said('call')}>
          {field => (
            <TextInput
              {...field}
              type="url"
              maxLength={TABLE_CALL_MAX}
              value={table.call ?? ''}
              onChange={event => onChange({ call: event.target.value.trim() || null })}
            />
          )}
        </Field>
      </div>
    </details>
  )
}

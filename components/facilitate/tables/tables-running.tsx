'use client'
import { rightsOf } from '#components/live/rights.ts'
import { useSessionView } from '#components/live/session.tsx'
import { seatIn } from '#components/programme/seat.ts'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Participant } from '#lib/domain/participant.ts'
import { scribeAt } from '#lib/domain/step-rights.ts'
import type { SeatedTables } from '#lib/domain/tables.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import { useDoing } from '../use-doing.ts'
import { TableCall } from './table-call.tsx'

/** Who sits where in this round, one round on or back, and another table for who wants one. */
export function TablesRunning({ tables: seated }: { tables: SeatedTables }) {
  const t = useMessages(tableMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const { tables, round, rounds } = seated
  if (!view) return null
  const at = (place: number) =>
    view.roster.filter(({ id, removed }) => !removed && seatIn(view, id, round) === place)
  const scribes = rightsOf(view)?.write === 'scribes'
  const go = (to: number) => void send({ type: 'goToRound', round: to })
  return (
    <>
      <p className="text-2xl font-bold">{t.round(round + 1, rounds)}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        {round + 1 < rounds && (
          <Button variant="primary" disabled={busy} onClick={() => go(round + 1)}>
            {t.nextRound(round + 2)}
          </Button>
        )}
        {round > 0 && (
          <Button disabled={busy} onClick={() => go(round - 1)}>
            {t.formerRound(round)}
          </Button>
        )}
        <Button variant="quiet" disabled={busy} onClick={() => void send({ type: 'clearTables' })}>
          {t.clear}
        </Button>
      </div>
      <ol className="grid gap-3 sm:grid-cols-2">
        {tables.map((table, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
          <li key={place} className="flex flex-col gap-1 rounded-lg bg-surface p-3">
            <h3 className="font-bold">
              {t.table(place + 1)}: {table.title}
            </h3>
            <TableCall place={place} call={table.call} />
            {at(place).length === 0 && <p className="text-sm text-muted">{t.nobody}</p>}
            <ul className="flex flex-col">
              {at(place).map(person => (
                <Seat
                  key={person.id}
                  person={person}
                  place={place}
                  count={tables.length}
                  scribe={scribes && scribeAt({ ...view, people: view.roster }, place) === person.id}
                  busy={busy}
                  onMove={to => void send({ type: 'moveSeat', participant: person.id, table: to })}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

function Seat(props: {
  person: Participant
  place: number
  count: number
  scribe: boolean
  busy: boolean
  onMove: (to: number) => void
}) {
  const t = useMessages(tableMessages)
  const { person, place, count } = props
  return (
    <li className="flex items-center justify-between gap-2">
      <span className="min-w-0 truncate">
        {person.name}
        {props.scribe && <span className="block text-sm text-muted">{t.scribe}</span>}
      </span>
      <Select
        aria-label={t.move(person.name)}
        value={place}
        disabled={props.busy}
        onChange={event => props.onMove(Number(event.target.value))}
        className="max-w-28 py-1 text-sm"
      >
        {Array.from({ length: count }, (_, to) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
          <option key={to} value={to}>
            {t.table(to + 1)}
          </option>
        ))}
      </Select>
    </li>
  )
}

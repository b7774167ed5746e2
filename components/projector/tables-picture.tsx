'use client'
import { seatIn } from '#components/programme/own-table.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { SeatedTables } from '#lib/domain/tables.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Who sits where in this round, for who has no screen of their own. */
export function TablesPicture({ view, seated }: { view: SessionView; seated: SeatedTables }) {
  const t = useMessages(tableMessages)
  const { tables, round, rounds } = seated
  const at = (place: number) =>
    view.roster.filter(({ id, removed }) => !removed && seatIn(view, id, round) === place)
  return (
    <>
      <h2 className="pb-3 text-3xl font-bold">{t.round(round + 1, rounds)}</h2>
      <ol
        className="grid min-h-0 grow auto-rows-fr gap-4"
        style={{ gridTemplateColumns: `repeat(${Math.ceil(Math.sqrt(tables.length))}, minmax(0, 1fr))` }}
      >
        {tables.map((table, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
          <li key={place} className="flex flex-col gap-1 overflow-hidden rounded-xl bg-surface p-4">
            <h3 className="text-2xl font-bold">
              {t.table(place + 1)}: {table.title}
            </h3>
            <p className="text-muted">{table.question}</p>
            <ul className="columns-2 pt-1 text-2xl leading-relaxed">
              {at(place).map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

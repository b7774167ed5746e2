'use client'
import { seatIn } from '#components/programme/seat.ts'
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
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a table is its place
            key={place}
            className="flex flex-col gap-1 overflow-hidden rounded-xl bg-surface p-4 [container-type:size]"
          >
            <h3 className="text-2xl font-bold">
              {t.table(place + 1)}: {table.title}
            </h3>
            <p className="text-muted">{table.question}</p>
            <Names names={at(place).map(({ name }) => name)} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** As large as lets all be seen, and a name stand on one line. */
function Names({ names }: { names: readonly string[] }) {
  const rows = Math.max(1, Math.ceil(names.length / 2))
  return (
    <ul
      className="columns-2 gap-x-3 pt-1 leading-snug"
      style={{ fontSize: `clamp(0.8rem, min(4.6cqw, ${Math.round(400 / rows) / 10}cqh), 1.5rem)` }}
    >
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name
        <li key={index} className="mb-1 break-inside-avoid pl-[0.75em] -indent-[0.75em]">
          {name}
        </li>
      ))}
    </ul>
  )
}

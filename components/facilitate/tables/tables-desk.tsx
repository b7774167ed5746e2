'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { tableMessages } from '#lib/i18n/tables.ts'
import { SeatingForm } from './seating-form.tsx'
import { TablesRunning } from './tables-running.tsx'

/** Spreads the group over tables, and leads it from round to round. */
export function TablesDesk() {
  const t = useMessages(tableMessages)
  const tables = useSessionView()?.tables
  return (
    <section aria-labelledby="tables" className="flex flex-col gap-4 rounded-xl border border-line p-4">
      <h2 id="tables" className="scroll-mt-28 text-xl font-bold">
        {t.tables}
      </h2>
      {tables ? <TablesRunning tables={tables} /> : <SeatingForm />}
    </section>
  )
}

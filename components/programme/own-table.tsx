'use client'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { rightsOf } from '#components/live/rights.ts'
import { useCommand, useSession, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { can } from '#lib/domain/permissions.ts'
import { scribeAt } from '#lib/domain/step-rights.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import { seatIn, tablesInUse } from './seat.ts'

const SharedDevice = dynamic(
  () => import('#components/session/shared-device.tsx').then(file => file.SharedDevice),
  { ssr: false },
)

/** Where to go now, in a few words; nothing for who sits at no table. */
export function TableSign() {
  const t = useMessages(tableMessages)
  const view = useSessionView()
  const tables = view && tablesInUse(view)
  const mine = tables ? seatIn(view, view.me.id, tables.round) : null
  if (mine === null) return null
  return (
    <strong className="whitespace-nowrap rounded-full bg-primary px-2.5 text-on-primary">
      {t.table(mine + 1)}
    </strong>
  )
}

/** Who writes for one's table, in a step in which one person does; who sits there may take over. */
function Pen({ table }: { table: number }) {
  const t = useMessages(tableMessages)
  const command = useCommand()
  const said = useRef<HTMLParagraphElement>(null)
  const view = useSessionView()
  if (!view || rightsOf(view)?.write !== 'scribes') return null
  const scribe = scribeAt({ ...view, people: view.roster }, table)
  const name = view.roster.find(({ id }) => id === scribe)?.name
  const mine = scribe === view.me.id
  const take = async () => {
    const answer = await command({ type: 'takePen' })
    // The button goes: what it did has the focus in its place.
    if (answer.ok) said.current?.focus()
  }
  return (
    <>
      {name && (
        <p ref={said} tabIndex={-1} className="font-semibold outline-none">
          {mine ? t.youWrite : t.writes(name)}
        </p>
      )}
      {!mine && can(view.me, { type: 'takePen' }, view.session.phase) === null && (
        <Button className="self-start" onClick={() => void take()}>
          {t.takePen}
        </Button>
      )}
    </>
  )
}

/** One's own table in this round: what it is about, who else is there, and where one goes next. */
export function OwnTable() {
  const shared = useMessages(sessionMessages)
  const [sharing, setSharing] = useState(false)
  const t = useMessages(tableMessages)
  const session = useSession()
  const view = useSessionView()
  const seated = view && tablesInUse(view)
  if (!seated) return null
  const { tables, round, rounds } = seated
  const mine = seatIn(view, view.me.id, round)
  const table = mine === null ? undefined : tables[mine]
  if (mine === null || !table) return null
  const others = view.roster.filter(
    ({ id, removed }) => id !== view.me.id && !removed && seatIn(view, id, round) === mine,
  )
  const next = round + 1 < rounds ? seatIn(view, view.me.id, round + 1) : null
  const [tile] = table.bouwstenen
  return (
    <section aria-label={t.table(mine + 1)} className="flex flex-col gap-1.5 rounded-lg bg-surface p-3">
      <p className="text-sm text-muted">{t.round(round + 1, rounds)}</p>
      <p className="text-lg font-bold">{t.yours(mine + 1, table.title)}</p>
      {table.question && <p>{table.question}</p>}
      {others.length > 0 && (
        <p className="text-sm text-muted">{t.with(others.map(({ name }) => name).join(', '))}</p>
      )}
      <Pen table={mine} />
      {table.call && (
        <a href={table.call} target="_blank" rel="noreferrer" className="self-start py-2 font-semibold">
          {t.toCall}
        </a>
      )}
      {tile && (
        <a href={`/${session}/board?tile=${tile}`} className="self-start py-2 font-semibold">
          {t.toBoard}
        </a>
      )}
      <Button className="self-start" onClick={() => setSharing(true)}>
        {shared.shareDevice}
      </Button>
      {sharing && <SharedDevice onClose={() => setSharing(false)} />}
      {next !== null && <p className="text-sm text-muted">{t.next(next + 1)}</p>}
    </section>
  )
}

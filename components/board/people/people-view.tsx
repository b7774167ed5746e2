'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Missing } from '#components/preparation/missing.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { isIn } from '#lib/domain/participant.ts'
import { atTheTable } from '#lib/domain/preparation.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'

/** Who is at the table and who is missing: partners of whom nobody came in, and whoever was named. */
export function PeopleView() {
  const t = useMessages(preparationMessages)
  const view = useSessionView()
  if (!view) return null
  const people = view.roster.filter(each => each.role === 'participant' && isIn(each))
  const { here, empty, alone } = atTheTable(view.partners, people)
  const rows = [
    ...here.map(({ partner, people: own }) => ({ id: partner.id, name: partner.name, own })),
    ...(alone.length > 0 ? [{ id: 'alone', name: t.alone, own: alone }] : []),
  ]
  return (
    <div className="mx-auto grid w-full max-w-5xl grow content-start items-start gap-8 p-3 sm:p-4 lg:grid-cols-[3fr_2fr]">
      <section aria-labelledby="at-table" className="flex flex-col gap-3">
        <h2 id="at-table" className="text-xl font-bold">
          {t.atTable}
        </h2>
        {rows.length === 0 && <p className="text-muted">{t.nobodyYet}</p>}
        <ul className="grid gap-3 sm:grid-cols-2">
          {rows.map(({ id, name, own }) => (
            <li key={id} className="rounded-xl bg-surface p-3">
              <h3 className="font-bold break-words">{name}</h3>
              <p className="break-words">{own.map(each => each.name).join(', ')}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="missing" className="flex flex-col gap-3">
        <h2 id="missing" className="text-xl font-bold">
          {t.missing}
        </h2>
        {empty.length > 0 && (
          <p>
            {t.notYet}: <b>{empty.map(({ name }) => name).join(', ')}</b>
          </p>
        )}
        <Missing view={view} missing={view.missing} />
      </section>
    </div>
  )
}

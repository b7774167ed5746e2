'use client'
import { useMessages } from '#components/ui/language.tsx'
import { isIn } from '#lib/domain/participant.ts'
import { atTheTable } from '#lib/domain/preparation.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Who is at the table, and the empty chairs: partners of whom nobody came in, and who was named. */
export function PeoplePicture({ view }: { view: SessionView }) {
  const t = useMessages(preparationMessages)
  const people = view.roster.filter(each => each.role === 'participant' && isIn(each))
  const { here, empty, alone } = atTheTable(view.partners, people)
  const chairs = [...empty, ...view.missing]
  return (
    <div className="grid min-h-0 grow gap-8 overflow-hidden xl:grid-cols-[2fr_1fr]">
      <section aria-labelledby="at-table" className="min-h-0 overflow-hidden">
        <h2 id="at-table" className="pb-3 text-3xl font-bold">
          {t.atTable}
        </h2>
        {people.length === 0 && <p className="text-xl text-muted">{t.nobodyYet}</p>}
        <ul className="grid grid-cols-2 gap-3">
          {here.map(({ partner, people: own }) => (
            <li key={partner.id} className="rounded-xl bg-surface p-3">
              <p className="text-xl font-bold">{partner.name}</p>
              <p className="text-xl">{own.map(({ name }) => name).join(', ')}</p>
            </li>
          ))}
          {alone.length > 0 && (
            <li className="rounded-xl bg-surface p-3">
              <p className="text-xl font-bold">{t.alone}</p>
              <p className="text-xl">{alone.map(({ name }) => name).join(', ')}</p>
            </li>
          )}
        </ul>
      </section>
      {chairs.length > 0 && (
        <section aria-labelledby="missing" className="min-h-0 overflow-hidden">
          <h2 id="missing" className="pb-3 text-3xl font-bold">
            {t.missing}
          </h2>
          <ul className="flex flex-col gap-3">
            {chairs.map(({ id, name }) => (
              <li key={id} className="rounded-xl border-2 border-dashed border-muted p-3 text-xl">
                {name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

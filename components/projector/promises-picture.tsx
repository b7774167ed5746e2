'use client'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { resultMessages } from '#lib/i18n/results.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

const columns = (count: number) => ({
  gridTemplateColumns: `repeat(${count > 8 ? 3 : count > 2 ? 2 : 1}, minmax(0, 1fr))`,
})

/** What holds each partner back and what it does about that itself; who has not said so yet is named at the end. */
export function BreakthroughPicture({ view }: { view: SessionView }) {
  const t = useMessages(resultMessages)
  const all = useBoard().breakthroughs.filter(each => each.deletedAt === null)
  const said = view.partners.flatMap(partner =>
    all.filter(({ of }) => of === partner.id).map(entry => ({ partner, entry })),
  )
  return (
    <>
      <h2 className="pb-1 text-3xl font-bold">{t.breakthrough}</h2>
      <p className="pb-3 text-xl text-muted">{t.breakthroughIntro}</p>
      <ul className="grid min-h-0 grow content-start gap-4 overflow-hidden" style={columns(said.length)}>
        {said.map(({ partner, entry }) => (
          <li key={entry.id} className="overflow-hidden rounded-xl bg-surface p-4">
            <h3 className="text-xl font-bold">{partner.name}</h3>
            <p className={`line-clamp-3 text-muted ${said.length > 6 ? 'text-lg' : 'text-2xl'}`}>
              {entry.obstacle}
            </p>
            <p className={`line-clamp-4 ${said.length > 6 ? 'text-2xl' : 'text-4xl leading-snug'}`}>
              {entry.contribution && <span aria-hidden="true">→ </span>}
              {entry.contribution}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The first results: what, who leads, when. */
export function ResultsPicture({ view }: { view: SessionView }) {
  const t = useMessages(resultMessages)
  const results = useBoard().results.filter(each => each.deletedAt === null)
  return (
    <>
      <h2 className="pb-1 text-3xl font-bold">{t.results}</h2>
      <p className="pb-3 text-xl text-muted">{results.length === 0 ? t.noResults : t.resultsIntro}</p>
      <ol className="grid min-h-0 grow content-start gap-4 overflow-hidden" style={columns(results.length)}>
        {results.map(({ id, what, when, lead }) => (
          <li key={id} className="overflow-hidden rounded-xl bg-surface p-4">
            <p
              className={`line-clamp-4 font-bold ${results.length > 6 ? 'text-2xl' : 'text-4xl leading-snug'}`}
            >
              {what || t.withoutText}
            </p>
            <p className="text-2xl">
              {t.lead}: {view.partners.find(each => each.id === lead)?.name ?? t.nobody}
            </p>
            {when && (
              <p className="text-xl text-muted">
                {t.when}: {when}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

'use client'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { resultMessages } from '#lib/i18n/results.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** So many beside each other that all of them are on the screen, in boxes about as wide as sentences ask. */
const columns = (count: number) => {
  const beside = count > 20 ? 5 : count > 12 ? 4 : count > 6 ? 3 : count > 2 ? 2 : 1
  return { gridTemplateColumns: `repeat(${beside}, minmax(0, 1fr))` }
}
const grid = 'grid min-h-0 grow auto-rows-fr gap-3 overflow-hidden'
/** Its letters are as large as its share of the screen lets the words be read. */
const box = '[container-type:size] min-h-0 overflow-hidden rounded-xl bg-surface'
const words = 'p-[0.6em] text-[clamp(0.75rem,min(9cqh,7cqw),2.25rem)] leading-tight'

/** What holds each partner back and what it does about that itself. */
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
      <ul className={grid} style={columns(said.length)}>
        {said.map(({ partner, entry }) => (
          <li key={entry.id} className={box}>
            <div className={words}>
              <h3 className="truncate text-[0.85em] font-bold">{partner.name}</h3>
              <p className="line-clamp-2 text-[0.85em] text-muted">{entry.obstacle}</p>
              <p className="line-clamp-4 pt-[0.2em]">
                {entry.contribution && <span aria-hidden="true">→ </span>}
                {entry.contribution}
              </p>
            </div>
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
      <ol className={grid} style={columns(results.length)}>
        {results.map(({ id, what, when, lead }) => (
          <li key={id} className={box}>
            <div className={words}>
              <p className="line-clamp-4 font-bold">{what || t.withoutText}</p>
              <p className="truncate pt-[0.2em] text-[0.85em]">
                {t.lead}: {view.partners.find(each => each.id === lead)?.name ?? t.nobody}
              </p>
              {when && (
                <p className="truncate text-[0.85em] text-muted">
                  {t.when}: {when}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

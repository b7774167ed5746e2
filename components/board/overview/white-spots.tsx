'use client'
import { useMemo } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Column, type WhiteSpots as Spots, whiteSpots } from '#lib/domain/white-spots.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import type { Place } from '../place/place.ts'
import { type Filter, noFilter } from '../search/filter.ts'
import { Matrix } from './matrix.tsx'

export type Show = (filter: Filter, place: Place) => void

const nobody: { id: string; name: string }[] = []

/** Where it is still white: who laid what where, what rests on one partner, and what has no line. */
export function WhiteSpots({ onShow }: { onShow: Show }) {
  const t = useMessages(overviewMessages)
  const view = useSessionView()
  const { notes, lines } = useBoard()
  const partners = view?.partners ?? nobody
  const spots = useMemo(() => {
    const open = new Set(lines.filter(line => line.deletedAt === null).map(line => line.id))
    return whiteSpots(notes, partners, open)
  }, [notes, lines, partners])
  return (
    <>
      <p className="max-w-[70ch] text-muted">{t.spotsIntro}</p>
      <Matrix spots={spots} partners={partners} onShow={onShow} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Weights spots={spots} partners={partners} />
        <div className="flex flex-col gap-6">
          <Loose spots={spots} onShow={onShow} />
          {view?.me.role === 'facilitator' && <Silent spots={spots} />}
        </div>
      </div>
    </>
  )
}

function Weights({ spots, partners }: { spots: Spots; partners: readonly { id: string; name: string }[] }) {
  const t = useMessages(overviewMessages)
  const language = useLanguage()
  const said = ({ bouwsteen, notes, partners: own }: Column): [string, string] => {
    if (notes === 0) return ['○', t.nothingHere]
    const one = spots.onOne.find(each => each.bouwsteen === bouwsteen)
    if (one) return ['◐', t.onOne(partners.find(({ id }) => id === one.partner)?.name ?? t.someone)]
    return own.length === 0 ? ['◐', t.noPartners] : ['●', t.carried]
  }
  return (
    <section aria-labelledby="weights">
      <h2 id="weights" className="mb-1 text-xl font-bold">
        {t.weight}
      </h2>
      <ul>
        {spots.columns.map(column => {
          const [sign, words] = said(column)
          return (
            <li
              key={column.bouwsteen}
              data-weight={column.bouwsteen}
              className="flex items-start gap-2 border-b border-line py-2"
            >
              <BouwsteenIcon bouwsteen={column.bouwsteen} size={24} />
              <div className="min-w-0">
                <p className="font-semibold">{bouwsteenContent[column.bouwsteen].name[language]}</p>
                <p>
                  <span aria-hidden="true">{sign} </span>
                  <span className={sign === '●' ? '' : 'font-semibold'}>{words}</span>
                </p>
                {column.notes > 0 && (
                  <p className="text-sm text-muted">
                    {[
                      t.notesOf(column.notes),
                      t.partnersOf(column.partners.length, partners.length),
                      t.peopleOf(column.people),
                    ].join(', ')}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Loose({ spots, onShow }: { spots: Spots; onShow: Show }) {
  const t = useMessages(overviewMessages)
  return (
    <section aria-labelledby="loose">
      <h2 id="loose" className="mb-1 text-xl font-bold">
        {t.looseTitle}
      </h2>
      <p className="mb-2">{t.loose(spots.loose, spots.total.notes)}</p>
      {spots.loose > 0 && (
        <Button onClick={() => onShow({ ...noFilter, line: 'none' }, {})}>{t.looseShow}</Button>
      )}
    </section>
  )
}

/** Partners of whom nothing lies on the board: for who leads, to ask them; folded up, for their screen may be on the wall. */
function Silent({ spots }: { spots: Spots }) {
  const t = useMessages(overviewMessages)
  const view = useSessionView()
  const silent = view?.partners.filter(({ id }) => spots.silent.includes(id)) ?? []
  const here = (partner: string) =>
    view?.roster.filter(person => person.partner === partner && !person.removed).length ?? 0
  return (
    <details>
      <summary className="min-h-11 content-center text-xl font-bold">{t.silentTitle}</summary>
      <p className="text-sm text-muted">{t.silentHint}</p>
      {silent.length === 0 ? (
        <p className="mt-1">{t.silentNone}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1">
          {silent.map(({ id, name }) => (
            <li key={id}>
              <span className="font-semibold">{name}</span>: {t.silentPeople(here(id))}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

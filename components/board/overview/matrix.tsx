'use client'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Cell, Row, Source, WhiteSpots } from '#lib/domain/white-spots.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { noFilter } from '../search/filter.ts'
import type { Show } from './white-spots.tsx'

/** Notes by partner and bouwsteen; a white spot says so in a sign and a word. A count leads to its notes in the list. */
export function Matrix(props: {
  spots: WhiteSpots
  partners: readonly { id: string; name: string }[]
  onShow: Show
}) {
  const t = useMessages(overviewMessages)
  const language = useLanguage()
  const { spots, partners, onShow } = props
  const nameOf = (source: Source): string => {
    if (source === 'self') return t.self
    if (source === 'nameless') return t.nameless
    return partners.find(({ id }) => id === source.partner)?.name ?? t.someone
  }
  const edge = 'border-b border-line'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keys too
    <section aria-label={t.matrix} tabIndex={0} className="overflow-x-auto rounded-lg">
      <table className="w-full min-w-[20rem] border-collapse text-center">
        <caption className="pb-1 text-left text-xl font-bold">{t.matrix}</caption>
        <thead>
          <tr className="border-b-2 border-line align-bottom">
            <th scope="col" className="py-1.5 text-left">
              {t.partner}
            </th>
            {bouwstenen.map(each => (
              <th
                key={each}
                scope="col"
                className="px-0.5 py-1.5 text-sm"
                title={bouwsteenContent[each].name[language]}
              >
                <span className="flex flex-col items-center gap-0.5">
                  <BouwsteenIcon bouwsteen={each} />
                  <span className="sr-only lg:not-sr-only">{bouwsteenContent[each].name[language]}</span>
                </span>
              </th>
            ))}
            <th scope="col" className="px-1 py-1.5 text-sm">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {spots.rows.map(row => (
            <MatrixRow key={keyOf(row.source)} row={row} name={nameOf(row.source)} onShow={onShow} />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-line font-bold">
            <th scope="row" className={`${edge} py-2 text-left`}>
              {t.total}
            </th>
            {spots.columns.map(({ bouwsteen, notes }) => (
              <td key={bouwsteen} data-total={bouwsteen} className={edge}>
                {notes}
              </td>
            ))}
            <td data-total="all" className={edge}>
              {spots.total.notes}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const keyOf = (source: Source): string => (typeof source === 'string' ? source : source.partner)

function MatrixRow({ row, name, onShow }: { row: Row; name: string; onShow: Show }) {
  const language = useLanguage()
  const { source } = row
  // The list can be narrowed to a partner, or to who speaks for themself; not to what was promised to be nobody's.
  const partner = source === 'self' ? 'none' : source === 'nameless' ? null : source.partner
  return (
    <tr data-row-of={keyOf(source)} className="border-b border-line">
      <th
        scope="row"
        className="py-1 max-sm:w-full pr-1 text-left text-xs font-semibold break-words hyphens-auto sm:pr-2 sm:text-base"
      >
        {name}
      </th>
      {bouwstenen.map(each => (
        <td key={each} className="p-px sm:p-0.5">
          <Count
            cell={row.cells[each]}
            who={name}
            where={bouwsteenContent[each].name[language]}
            bouwsteen={each}
            onShow={partner === null ? null : () => onShow({ ...noFilter, partner }, { tile: each })}
          />
        </td>
      ))}
      <td className="font-semibold tabular-nums">{row.total.notes}</td>
    </tr>
  )
}

function Count(props: {
  cell: Cell
  who: string
  where: string
  bouwsteen: Bouwsteen
  onShow: (() => void) | null
}) {
  const t = useMessages(overviewMessages)
  const { cell, who, where } = props
  if (cell.notes === 0)
    return (
      <span
        title={t.noneCell(who, where)}
        className="mx-auto flex min-h-11 min-w-7 flex-col items-center justify-center rounded border-2 border-dashed border-ink text-xs leading-tight font-semibold"
      >
        <span aria-hidden="true">○</span>
        {t.none}
      </span>
    )
  const looks =
    'mx-auto flex min-h-11 w-full min-w-7 items-center justify-center rounded font-bold text-ink tabular-nums'
  const ground = { background: `var(--note-${props.bouwsteen})` }
  if (props.onShow === null)
    return (
      <span className={looks} style={ground}>
        {cell.notes}
      </span>
    )
  return (
    <button
      type="button"
      aria-label={t.cell(who, where, cell.notes, cell.people)}
      title={t.cell(who, where, cell.notes, cell.people)}
      onClick={props.onShow}
      className={`${looks} hover:brightness-95`}
      style={ground}
    >
      {cell.notes}
    </button>
  )
}

import { useMessages } from '#components/ui/language.tsx'
import { type BallotMethod, type Standing, standingsOf } from '#lib/domain/ballot-answer.ts'
import type { Counts, OptionTally } from '#lib/domain/tally.ts'
import { voteMessages } from '#lib/i18n/vote.ts'

const green = 'var(--accent-samen-doen)'
const lighter = (part: number) => `color-mix(in oklab, ${green} ${part}%, var(--paper))`
const striped = 'repeating-linear-gradient(135deg, var(--muted) 0 2px, transparent 2px 6px)'
/** From for to against, by hue and lightness; the names stand in the table beside it, in the same order. */
const colours: Record<Standing, string> = {
  dot: green,
  wholehearted: green,
  agree: green,
  wish: lighter(65),
  reservation: lighter(65),
  along: lighter(35),
  none: 'var(--line)',
  doubt: 'var(--accent-waarde)',
  against: 'var(--danger)',
  objection: 'var(--danger)',
  abstain: striped,
}

/** Where people may stand, from most for to most against; who abstains last. */
export const shownOrder = (method: BallotMethod): readonly Standing[] => {
  const [abstain, ...others] = standingsOf[method]
  return [...(method === 'dots' ? others.toReversed() : others), abstain]
}

/**
 * Where people and partners stand towards one text: two bars, and beside them the same as a table that names each colour. `partners`:
 * whether it is known what partners chose; `people`: whether each person has a vote.
 */
export function StandsPicture(props: {
  method: BallotMethod
  counted: OptionTally
  people: boolean
  partners: boolean
}) {
  const t = useMessages(voteMessages)
  const { method, counted, people, partners } = props
  const order = shownOrder(method)
  return (
    <div className="grid items-center gap-x-6 gap-y-2 sm:grid-cols-2">
      <div aria-hidden="true" className="flex flex-col gap-2">
        {people && <StandsBar label={t.peopleLabel} order={order} counts={counted.values} />}
        {partners && <StandsBar label={t.partnersLabel} order={order} counts={counted.partnerValues} />}
      </div>
      <table className="w-full border-collapse text-[0.875em]">
        <caption className="sr-only">{t.stands}</caption>
        <thead className="text-muted">
          <tr>
            <td />
            {people && <Head>{t.peopleLabel}</Head>}
            {partners && <Head>{t.partnersLabel}</Head>}
          </tr>
        </thead>
        <tbody>
          {order.map(value => (
            <tr key={value} className="border-t border-line">
              <th scope="row" className="py-0.5 text-left font-normal">
                <span className="flex items-center gap-2">
                  <Swatch value={value} />
                  {t[value]}
                </span>
              </th>
              {people && <Count n={counted.values[value] ?? 0} />}
              {partners && <Count n={counted.partnerValues[value] ?? 0} />}
            </tr>
          ))}
          <tr className="border-t-2 border-line font-bold">
            <th scope="row" className="py-0.5 text-left">
              {t.inFavour}
              {method === 'dots' && <span className="font-normal"> ({t.dotsCount(counted.dots)})</span>}
            </th>
            {people && <Count n={counted.people} />}
            {partners && <Count n={counted.partners} />}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="pl-3 text-right font-normal">
      {children}
    </th>
  )
}

function Count({ n }: { n: number }) {
  return <td className="pl-3 text-right tabular-nums">{n}</td>
}

/** The colour of one place to stand, for beside its name. */
export function Swatch({ value }: { value: Standing }) {
  return (
    <span
      aria-hidden="true"
      className="size-[0.875em] shrink-0 rounded-xs border border-muted"
      style={{ background: colours[value] }}
    />
  )
}

/** How many stand where, as one bar with the numbers in it. */
export function StandsBar(props: { label: string; order: readonly Standing[]; counts: Counts }) {
  const { label, order, counts } = props
  return (
    <div>
      <p className="text-[0.875em] text-muted">{label}</p>
      <div className="flex h-[1.75em] gap-px overflow-hidden rounded-md border border-muted bg-muted">
        {order.map(value => {
          const n = counts[value] ?? 0
          return n === 0 ? null : (
            <span key={value} className="bg-paper" style={{ flexGrow: n, flexBasis: 0 }}>
              <span className="grid h-full place-items-center" style={{ background: colours[value] }}>
                <span className="rounded-sm bg-paper px-[0.35em] text-[0.875em] leading-tight font-bold tabular-nums">
                  {n}
                </span>
              </span>
            </span>
          )
        })}
      </div>
    </div>
  )
}

'use client'
import { BouwsteenIcon } from '#components/board/bouwsteen/bouwsteen-icon.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Voice, Voted } from '#lib/domain/voices.ts'
import type { WhiteSpots } from '#lib/domain/white-spots.ts'
import { voiceMessages } from '#lib/i18n/voices.ts'

/** By partner, in the order of the session: who is here against what is written and voted, and where. */
export function VoicesTable(props: {
  voices: readonly Voice[]
  spots: WhiteSpots
  voted: Voted | null
  partners: readonly Partner[]
}) {
  const t = useMessages(voiceMessages)
  const language = useLanguage()
  const { voices, spots, voted } = props
  const total = (of: 'people' | 'notes') => voices.reduce((sum, voice) => sum + voice[of], 0)
  const all = { people: total('people'), notes: total('notes') }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled by keys too
    <section aria-label={t.table} tabIndex={0} className="overflow-x-auto rounded-lg">
      <table className="w-full border-collapse text-center text-sm">
        <thead>
          <tr className="border-b-2 border-line align-bottom">
            <th scope="col" className="py-1.5 text-left">
              {t.partner}
            </th>
            <th scope="col" className="px-1.5 py-1.5">
              {t.people}
            </th>
            <th scope="col" className="px-1.5 py-1.5">
              {t.notes}
            </th>
            {voted && (
              <th scope="col" className="px-1.5 py-1.5">
                {t.votes}
              </th>
            )}
            {bouwstenen.map(each => (
              <th
                key={each}
                scope="col"
                className="px-0.5 py-1.5"
                title={bouwsteenContent[each].name[language]}
              >
                <span className="flex justify-center">
                  <BouwsteenIcon bouwsteen={each} size={18} />
                </span>
                <span className="sr-only">{bouwsteenContent[each].name[language]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {voices.map(voice => (
            <Row
              key={voice.partner ?? ''}
              voice={voice}
              all={all}
              voted={voted !== null}
              spots={spots}
              name={props.partners.find(({ id }) => id === voice.partner)?.name ?? t.self}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

function Row(props: {
  voice: Voice
  all: { people: number; notes: number }
  voted: boolean
  spots: WhiteSpots
  name: string
}) {
  const { voice, all, spots } = props
  const row = spots.rows.find(({ source }) =>
    typeof source === 'string'
      ? source === 'self' && voice.partner === null
      : source.partner === voice.partner,
  )
  return (
    <tr data-voice={voice.partner ?? 'self'} className="border-b border-line">
      <th scope="row" className="min-w-24 py-1.5 pr-2 text-left font-semibold break-words hyphens-auto">
        {props.name}
      </th>
      <Share part={voice.people} whole={all.people} />
      <Share part={voice.notes} whole={all.notes} />
      {props.voted && <td className="px-1.5 tabular-nums">{voice.votes}</td>}
      {bouwstenen.map(each => {
        const notes = row?.cells[each].notes ?? 0
        return (
          <td key={each} className="min-w-6 px-0.5 tabular-nums">
            {notes === 0 ? <span className="text-muted">–</span> : notes}
          </td>
        )
      })}
    </tr>
  )
}

/** A number, with its share of all and a bar as long as that: what one compares along the row, not down the column. */
function Share({ part, whole }: { part: number; whole: number }) {
  const share = percent(part, whole)
  return (
    <td className="px-1.5 py-1.5">
      <span className="block whitespace-nowrap tabular-nums">
        {part} <span className="text-muted">({share}%)</span>
      </span>
      <span aria-hidden="true" className="mx-auto mt-0.5 block h-1.5 w-16 rounded-full bg-line">
        <span className="block h-full rounded-full bg-ink" style={{ width: `${share}%` }} />
      </span>
    </td>
  )
}

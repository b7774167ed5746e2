'use client'
import { Grid3x3, Waypoints } from 'lucide-react'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import { overviewMessages } from '#lib/i18n/overview.ts'
import type { Place } from '../place/place.ts'
import type { Filter } from '../search/filter.ts'
import { Coherence } from './coherence.tsx'
import { WhiteSpots } from './white-spots.tsx'

const parts = ['coherence', 'whiteSpots'] as const
const icons = { coherence: Waypoints, whiteSpots: Grid3x3 }

/** The board from a distance: what holds together, and where it is still white. `onShow` shows in the list what is counted. */
export function Overview(props: { onShow: (filter: Filter, place: Place) => void }) {
  const t = useMessages(overviewMessages)
  const [chosen, choose] = useChoice('overview-part', parts)
  const part = chosen ?? 'coherence'
  return (
    <div data-fills-screen className="flex min-h-0 grow flex-col">
      <div className="scrolls-within grow px-3 pb-6 sm:px-4">
        <div className="mx-auto flex max-w-6xl flex-col gap-4">
          <div className="flex flex-wrap gap-1">
            {parts.map(each => {
              const Icon = icons[each]
              return (
                <ChoiceButton
                  key={each}
                  look="underlined"
                  chosen={each === part}
                  onChoose={() => choose(each)}
                >
                  <Icon aria-hidden="true" size={18} />
                  {t[each]}
                </ChoiceButton>
              )
            })}
          </div>
          {part === 'coherence' ? <Coherence /> : <WhiteSpots onShow={props.onShow} />}
        </div>
      </div>
    </div>
  )
}

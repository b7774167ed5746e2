'use client'
import {
  ChevronDown,
  GalleryHorizontal,
  LayoutDashboard,
  List,
  type LucideIcon,
  PackageCheck,
  Rows3,
  Target,
  UsersRound,
  Waypoints,
} from 'lucide-react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { type View, views } from '../place/place.ts'
import { useWide } from '../use-wide.ts'

const icons: Record<View, LucideIcon> = {
  wall: LayoutDashboard,
  phone: GalleryHorizontal,
  list: List,
  lines: Rows3,
  overview: Waypoints,
  proposals: Target,
  breakthrough: PackageCheck,
  results: PackageCheck,
  people: UsersRound,
}

/** So many views are named beside the tools of the wall on a small laptop, in one row; more of them where there is this width. */
const FEW = 6
const ALL_NAMED = '(min-width: 1680px)'

/** The views there is something to do in: who is here is looked at in its own step, and results from when they are written down. */
function useOffered(view: View): View[] {
  const session = useSessionView()
  const { breakthroughs, results } = useBoard()
  const about = session?.step?.step.view
  const written = breakthroughs.length > 0 || results.length > 0 || session?.session.phase === 'decide'
  const shown: Partial<Record<View, boolean>> = {
    people: about === 'people',
    results: written || about === 'results' || about === 'breakthrough',
  }
  return views.filter(each => each !== 'breakthrough' && (each === view || (shown[each] ?? true)))
}

/** The two views of what partners promise stand under one name here: they choose between them themselves. */
const named = (view: View): View => (view === 'breakthrough' ? 'results' : view)

/** Chooses what one looks at: all side by side where there is room, else folded into one button. */
export function ViewSwitch(props: { view: View; onChoose: (view: View) => void }) {
  const t = useMessages(viewMessages)
  const about = useSessionView()?.step?.step.view
  const view = named(props.view)
  const onChoose = (next: View) => {
    if (next === view) return
    props.onChoose(next === 'results' && about !== 'results' ? 'breakthrough' : next)
  }
  const wide = useWide()
  const allNamed = useMedia(ALL_NAMED)
  const offered = useOffered(view)
  const signs = offered.length > FEW && !allNamed && wide
  const choice = (each: View, chosen: () => void) => {
    const Icon = icons[each]
    const sign = signs && each !== view
    return (
      <ChoiceButton
        key={each}
        look="raised"
        chosen={each === view}
        onChoose={chosen}
        title={sign ? t[each] : undefined}
      >
        <Icon aria-hidden="true" size={18} />
        <span className={sign ? 'sr-only' : ''}>{t[each]}</span>
      </ChoiceButton>
    )
  }
  if (wide)
    return (
      <fieldset className="flex gap-1">
        <legend className="sr-only">{t.views}</legend>
        {offered.map(each => choice(each, () => onChoose(each)))}
      </fieldset>
    )
  const Icon = icons[view]
  return (
    <Disclosure
      label={t.viewNow(t[view])}
      align="left"
      shrinks
      face={
        <>
          <Icon aria-hidden="true" size={18} className="shrink-0" />
          <span className="min-w-0 truncate">{t[view]}</span>
          <ChevronDown aria-hidden="true" size={18} className="shrink-0" />
        </>
      }
    >
      {close => (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm text-muted">{t.views}</legend>
          {offered.map(each =>
            choice(each, () => {
              close()
              onChoose(each)
            }),
          )}
        </fieldset>
      )}
    </Disclosure>
  )
}

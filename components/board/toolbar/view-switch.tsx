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
import { useSessionView } from '#components/live/session.tsx'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
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
  results: PackageCheck,
  people: UsersRound,
}

/** Chooses what one looks at: all side by side where there is room, else folded into one button. */
export function ViewSwitch({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const t = useMessages(viewMessages)
  const wide = useWide()
  const about = useSessionView()?.step?.step.view
  // Who is here is looked at in its own step.
  const offered = views.filter(each => each !== 'people' || view === each || about === each)
  const choice = (each: View, chosen: () => void) => {
    const Icon = icons[each]
    return (
      <ChoiceButton key={each} look="raised" chosen={each === view} onChoose={chosen}>
        <Icon aria-hidden="true" size={18} />
        {t[each]}
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

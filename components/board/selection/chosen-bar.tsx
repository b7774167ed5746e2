'use client'
import { BookOpenText, SmilePlus } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import { listMessages } from '#lib/i18n/list.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { useWide } from '../use-wide.ts'
import { BarButton, SelectionBar } from './selection-bar.tsx'
import { useChosen } from './use-chosen.ts'

/** The bar of a view that fills the screen; one note can also be opened from it, or reacted to. */
export function ChosenBar(props: {
  /** Whether it lies over the view, which has nothing to press at its foot. */
  over: boolean
  onOpen: (note: string) => void
  mayReact: boolean
}) {
  const { chosen, does } = useChosen()
  const t = useMessages(listMessages)
  const n = useMessages(noteMessages)
  const wide = useWide()
  const [only, other] = chosen
  const alone = other === undefined ? only : undefined
  const over = wide
    ? 'fixed inset-x-4 bottom-5 z-20 mx-auto w-fit overflow-hidden rounded-xl shadow-note'
    : 'fixed inset-x-0 bottom-0 z-20'
  return (
    <div className={props.over ? over : 'shrink-0'}>
      <SelectionBar said={t.chosen(chosen.size)} untick={t.letGo}>
        {alone && (
          <BarButton onClick={() => props.onOpen(alone)} icon={<BookOpenText aria-hidden="true" size={18} />}>
            {t.open}
          </BarButton>
        )}
        {alone && props.mayReact && (
          <BarButton onClick={does.react} icon={<SmilePlus aria-hidden="true" size={18} />}>
            {n.react}
          </BarButton>
        )}
      </SelectionBar>
    </div>
  )
}

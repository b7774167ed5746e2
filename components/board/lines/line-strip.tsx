'use client'
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Line } from '#lib/domain/line.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { LineDot } from '../line-dot.tsx'
import type { Group } from '../list/groups.ts'
import { NO_LINE } from './use-drag.ts'

/** A line's id, `none` for the pile, or `new` for where one is made. */
export type StripPlace = string

/** All lines in a row, to choose one where only one is shown; what is dragged can be laid on them. */
export function LineStrip(props: {
  shown: StripPlace
  lines: readonly Line[]
  groups: readonly Group[]
  mayMake: boolean
  /** Over which of them something is dragged. */
  over: string | null
  onChoose: (place: StripPlace) => void
}) {
  const t = useMessages(lineMessages)
  const { shown, groups } = props
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const chip = strip.current?.querySelector(`[data-strip="${shown}"]`)
    chip?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [shown])
  const count = (key: string) => groups.find(group => group.key === key)?.count ?? 0
  const chip = (place: StripPlace, face: ReactNode) => (
    <li key={place} className="shrink-0">
      <button
        type="button"
        data-strip={place}
        data-drop-line={place === 'new' ? undefined : place}
        aria-pressed={place === shown}
        onClick={() => props.onChoose(place)}
        className={`flex min-h-11 max-w-56 items-center gap-2 rounded-lg border border-line px-3 aria-pressed:border-2 aria-pressed:border-ink aria-pressed:bg-surface aria-pressed:font-bold ${
          props.over === place ? 'outline-3 outline-dashed outline-(--focus)' : ''
        }`}
      >
        {face}
      </button>
    </li>
  )
  return (
    <nav
      ref={strip}
      aria-label={t.lines}
      data-scrolls-aside
      className="swiper shrink-0 overflow-x-auto px-2 pb-2"
    >
      <ul className="flex gap-1.5 p-1">
        {chip(NO_LINE, <Face title={t.loose} count={count(NO_LINE)} />)}
        {props.lines.map(line =>
          chip(
            line.id,
            <>
              <LineDot colour={line.colour} />
              <Face title={line.title || t.untitled} count={count(line.id)} />
            </>,
          ),
        )}
        {props.mayMake &&
          chip(
            'new',
            <>
              <Plus aria-hidden="true" size={18} />
              {t.newLine}
            </>,
          )}
      </ul>
    </nav>
  )
}

const Face = ({ title, count }: { title: string; count: number }) => (
  <>
    <span className="truncate">{title}</span>
    <span className="text-sm tabular-nums">{count}</span>
  </>
)

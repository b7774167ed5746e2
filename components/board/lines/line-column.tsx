'use client'
import type { PointerEvent, ReactNode } from 'react'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Line } from '#lib/domain/line.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { lineLooks } from '../line-colours.ts'
import type { Group, Section } from '../list/groups.ts'
import { useCardLooks } from '../note/use-card-looks.ts'
import type { Ticks } from '../selection/ticks.ts'
import { LineHead } from './line-head.tsx'
import { LineNote } from './line-note.tsx'
import { NO_LINE } from './use-drag.ts'
import type { Idea } from './use-ideas.ts'

/** What the notes of every column are given; `ticks` and `grab` null for who may not order. */
export type Rows = {
  ticks: Ticks | null
  grab: ((event: PointerEvent, note: string) => void) | null
  ideas: ReadonlyMap<string, Idea[]>
  onIdea: (note: string, line: string) => void
  onOpen: (note: string) => void
}

const target = (over: boolean) => (over ? 'outline-3 outline-dashed -outline-offset-3 outline-(--focus)' : '')

/** A line with its notes. */
export function LineColumn(props: {
  line: Line
  group: Group
  rows: Rows
  /** Whether what is dragged would be laid here. */
  over: boolean
  onArrange: ((line: string) => void) | null
  className: string
}) {
  const { line, group } = props
  const t = useMessages(lineMessages)
  const { mark, tint } = lineLooks[line.colour]
  return (
    <section
      aria-labelledby={`line-${line.id}`}
      data-line={line.id}
      data-drop-line={line.id}
      className={`flex min-h-0 flex-col rounded-xl border-t-8 ${target(props.over)} ${props.className}`}
      style={{ background: tint, borderColor: mark }}
    >
      <LineHead line={line} count={group.count} onArrange={props.onArrange} />
      <div className="scrolls-within min-h-0 grow scroll-pt-8 px-2 pb-3">
        {group.count === 0 && group.hidden === 0 && <p className="px-1 py-2 text-muted">{t.emptyLine}</p>}
        <Notes group={group} rows={props.rows} />
      </div>
    </section>
  )
}

/** What lies in no line yet. `children`: what may be done about that; `tools`: beside its heading. */
export function Pile(props: {
  group: Group
  rows: Rows
  over: boolean
  tools: ReactNode
  children: ReactNode
  className: string
}) {
  const { group } = props
  const t = useMessages(lineMessages)
  const board = useMessages(boardMessages)
  return (
    <section
      aria-labelledby="line-none"
      data-drop-line={NO_LINE}
      className={`flex min-h-0 flex-col rounded-xl border-2 border-dashed border-line ${target(props.over)} ${props.className}`}
    >
      <header className="flex min-h-12 items-center gap-2 pr-1 pl-3">
        <h2 id="line-none" className="grow text-lg font-bold">
          {t.loose}
        </h2>
        <p className="shrink-0 text-sm text-muted">{board.count(group.count)}</p>
        {props.tools}
      </header>
      <div className="scrolls-within min-h-0 grow scroll-pt-8 px-2 pb-3">
        {props.children}
        {group.count === 0 && group.hidden === 0 && <p className="px-1 py-2 text-muted">{t.allInLine}</p>}
        <Notes group={group} rows={props.rows} />
      </div>
    </section>
  )
}

function Notes({ group, rows }: { group: Group; rows: Rows }) {
  const board = useMessages(boardMessages)
  return (
    <>
      {group.sections.map(section => (
        <TileSection key={section.key} group={group} section={section} rows={rows} />
      ))}
      {group.hidden > 0 && <p className="px-1 py-2 text-muted">{board.hiddenBySearch(group.hidden)}</p>}
    </>
  )
}

/** The notes of one bouwsteen within a line. */
function TileSection({ group, section, rows }: { group: Group; section: Section; rows: Rows }) {
  const language = useLanguage()
  const looks = useCardLooks()
  const { ticks, grab, ideas, onIdea, onOpen } = rows
  if (!('tile' in section.subject)) return null
  const { tile } = section.subject
  const id = `line-${group.key}-${tile}`
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mt-2 flex items-center gap-1.5 px-1 text-sm font-semibold">
        <BouwsteenIcon bouwsteen={tile} size={18} />
        {bouwsteenContent[tile].name[language]}
      </h3>
      <ul>
        {section.notes.map(note => (
          <LineNote
            key={note.id}
            note={note}
            {...looks(note)}
            ticked={ticks?.ids.has(note.id) ?? false}
            onTick={ticks?.tick ?? null}
            onGrab={grab}
            onOpen={onOpen}
            ideas={group.key === NO_LINE ? ideas.get(note.id) : undefined}
            onIdea={onIdea}
          />
        ))}
      </ul>
    </section>
  )
}

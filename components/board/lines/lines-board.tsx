'use client'
import { Lightbulb, LightbulbOff } from 'lucide-react'
import { useRef, useState } from 'react'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { lineMessages } from '#lib/i18n/lines.ts'
import { TickedNotes } from '../list/list.tsx'
import { useListKeys } from '../list/use-list-keys.ts'
import { useKeysWithin } from '../use-keys.ts'
import { useWide } from '../use-wide.ts'
import type { ViewProps } from '../view-props.ts'
import { Appeals } from './appeals.tsx'
import { ArrangeDialog } from './arrange-dialog.tsx'
import { Clusters } from './clusters.tsx'
import { DissolvedLines } from './dissolved-lines.tsx'
import { LineColumn, Pile } from './line-column.tsx'
import { LineStrip, type StripPlace } from './line-strip.tsx'
import { NewLine } from './new-line.tsx'
import { NO_LINE } from './use-drag.ts'
import { useLinesWork } from './use-lines-work.ts'
import { walkAside } from './walk-aside.ts'

type Work = ReturnType<typeof useLinesWork>

/** The lines beside each other with the pile of what lies in none; one at a time where there is no room. */
export function LinesBoard({ filter, place, onPlace, onOpen }: ViewProps) {
  const wide = useWide()
  const within = useRef<HTMLDivElement>(null)
  const work = useLinesWork(filter, onOpen)
  const [arranged, setArranged] = useState<string | null>(null)
  useKeysWithin(within, walkAside)
  useListKeys(within, {
    ...work.work.keys,
    write: () => within.current?.querySelector<HTMLElement>('[data-new-line]')?.focus(),
  })
  const shape = { work, onArrange: work.mayOrder ? setArranged : null }
  return (
    <div data-fills-screen className="flex min-h-0 grow flex-col">
      <Sentence work={work} />
      <div ref={within} className="flex min-h-0 grow flex-col">
        {wide ? <Beside {...shape} /> : <OneByOne {...shape} place={place} onPlace={onPlace} />}
      </div>
      <TickedNotes hidden={work.work.hidden} />
      <ArrangeDialog
        line={work.open.find(line => line.id === arranged)}
        lines={work.open}
        count={work.groups.find(group => group.key === arranged)?.count ?? 0}
        onClose={() => setArranged(null)}
      />
      <Carried work={work} />
    </div>
  )
}

type Shape = { work: Work; onArrange: ((line: string) => void) | null }

function Beside({ work, onArrange }: Shape) {
  return (
    <div className="flex min-h-0 grow gap-3 px-4 pb-3">
      <LoosePile work={work} className="w-80 shrink-0" />
      <div data-scrolls-aside className="flex min-h-0 min-w-0 grow items-stretch gap-3 overflow-x-auto pb-1">
        {work.open.map(line => (
          <Column key={line.id} line={line.id} work={work} onArrange={onArrange} className="w-76 shrink-0" />
        ))}
        {work.mayOrder && (
          <div className="w-72 shrink-0 self-start rounded-xl bg-surface p-3">
            <NewLine ticked={work.work.ticks.ids.size} onMake={title => void work.make(title)} />
            <DissolvedLines />
          </div>
        )}
      </div>
    </div>
  )
}

function OneByOne({ work, onArrange, place, onPlace }: Shape & Pick<ViewProps, 'place' | 'onPlace'>) {
  const { notes } = useBoard()
  const [chosen, setChosen] = useState<StripPlace | null>(null)
  const linked = place.line ?? notes.find(note => note.id === place.note)?.line ?? NO_LINE
  const wanted = chosen ?? linked
  const known = wanted === 'new' ? work.mayOrder : work.open.some(line => line.id === wanted)
  const shown = known ? wanted : NO_LINE
  const choose = (to: StripPlace) => {
    setChosen(to)
    if (to !== 'new' && to !== NO_LINE) onPlace({ line: to })
  }
  const make = (title: string) => choose(work.make(title) ?? NO_LINE)
  return (
    <>
      <LineStrip
        shown={shown}
        lines={work.open}
        groups={work.groups}
        mayMake={work.mayOrder}
        over={work.carried?.over ?? null}
        onChoose={choose}
      />
      <div className="flex min-h-0 grow flex-col px-2 pb-2">
        {shown === NO_LINE && <LoosePile work={work} className="grow" />}
        {shown === 'new' && (
          <div className="rounded-xl bg-surface p-3">
            <NewLine ticked={work.work.ticks.ids.size} onMake={make} />
            <DissolvedLines />
          </div>
        )}
        {shown !== NO_LINE && shown !== 'new' && (
          <Column key={shown} line={shown} work={work} onArrange={onArrange} className="grow" />
        )}
      </div>
    </>
  )
}

function Column(props: Shape & { line: string; className: string }) {
  const { work } = props
  const line = work.open.find(each => each.id === props.line)
  const group = work.groups.find(each => each.key === props.line)
  if (!line || !group) return null
  return (
    <LineColumn
      line={line}
      group={group}
      rows={work.rows}
      over={work.carried?.over === line.id}
      onArrange={props.onArrange}
      className={props.className}
    />
  )
}

function LoosePile({ work, className }: { work: Work; className: string }) {
  if (!work.loose) return null
  return (
    <Pile
      group={work.loose}
      rows={work.rows}
      over={work.carried?.over === NO_LINE}
      tools={work.mayOrder && <IdeasSwitch work={work} />}
      className={className}
    >
      <Appeals
        lays={
          work.mayOrder
            ? { put: work.rows.onIdea, make: (note, title) => void work.make(title, [note]) }
            : null
        }
      />
      <Clusters
        clusters={work.clusters}
        open={work.open.length === 0}
        onLook={work.look}
        onLine={({ words, notes }) => void work.make(titleOf(words), notes)}
      />
    </Pile>
  )
}

/** A name to begin with: the words that its notes share. */
function titleOf(words: readonly string[]): string {
  const joined = words.join(', ')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

/** What this is for, while there are no lines; or why one can only look. */
function Sentence({ work }: { work: Work }) {
  const t = useMessages(lineMessages)
  const why = useCan()({ type: 'orderLines' })
  if (why === 'frozen' || (why === null && work.open.length > 0)) return null
  const said = why === null ? t.intro : why === 'role-forbids' ? t.readOnly : t.readOnlyNow
  return <p className="max-w-[75ch] px-3 pb-2 text-muted sm:px-4">{said}</p>
}

/** Whether ideas are shown: for who would rather look without. */
function IdeasSwitch({ work }: { work: Work }) {
  const t = useMessages(lineMessages)
  const { wanted, want } = work.ideas
  const Icon = wanted ? Lightbulb : LightbulbOff
  return (
    <button
      type="button"
      aria-pressed={wanted}
      aria-label={t.ideas}
      title={t.ideas}
      onClick={() => want(!wanted)}
      className="flex size-11 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-surface aria-pressed:text-ink"
    >
      <Icon aria-hidden="true" size={20} />
    </button>
  )
}

/** What is dragged, beside the pointer. */
function Carried({ work }: { work: Work }) {
  const t = useMessages(lineMessages)
  const { notes } = useBoard()
  const { carried, ghost } = work
  if (!carried) return null
  const [only, ...others] = carried.notes
  const text =
    others.length > 0 ? t.carrying(carried.notes.length) : notes.find(note => note.id === only)?.text
  return (
    <div
      ref={ghost}
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-50 line-clamp-3 max-w-64 rounded-sm bg-ink px-3 py-2 text-sm text-paper shadow-note"
    >
      {text}
    </div>
  )
}

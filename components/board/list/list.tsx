'use client'
import { Keyboard } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useBoard, useOpenTiles } from '#components/live/board.tsx'
import { ChoiceButton } from '#components/ui/choice-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { AddingOver } from '../note/adding-over.tsx'
import { focusedNote, focusNote } from '../note/focus-note.ts'
import { SelectionBar } from '../selection/selection-bar.tsx'
import { useChosen } from '../selection/use-chosen.ts'
import type { ViewProps } from '../view-props.ts'
import { type Grouping, groupings, groupNotes } from './groups.ts'
import { ListGroup } from './list-group.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useListWork } from './use-list-work.ts'

type ListProps = ViewProps & { searching: boolean }

/** The whole board under headings: all that the wall can do, without a pointer, and the fastest way to lay notes in lines. */
export function List({ filter, searching, place, onOpen }: ListProps) {
  const t = useMessages(listMessages)
  const { notes, lines } = useBoard()
  const open = useOpenTiles()
  const within = useRef<HTMLDivElement>(null)
  const [chosen, setGrouping] = useChoice('list-grouping', groupings)
  const grouping = chosen ?? 'bouwsteen'
  const groups = useMemo(() => groupNotes(notes, lines, grouping, filter), [notes, lines, grouping, filter])
  const work = useListWork(groups, place.tile ?? 'opgave')
  const regroup = (by: Grouping) => {
    const at = focusedNote()
    setGrouping(by)
    if (at !== null) focusNote(at)
  }
  useListKeys(within, {
    ...work.keys,
    group: () => regroup(grouping === 'bouwsteen' ? 'line' : 'bouwsteen'),
  })
  // Looking for something, one has no use for headings with nothing under them.
  const shown = searching ? groups.filter(group => group.count > 0) : groups
  const divided = grouping === 'line' || lines.some(line => line.deletedAt === null)
  return (
    <div data-fills-screen className="flex min-h-0 grow flex-col">
      <div ref={within} className="scrolls-within grow scroll-pt-14 px-2 pb-6 sm:px-4">
        <div className="mx-auto flex max-w-5xl flex-col gap-5">
          <Tools grouping={grouping} onGroup={regroup} onKeys={work.does.help} />
          {(!work.mayAdd || open !== null) && (
            <AddingOver bouwsteen={place.tile ?? 'opgave'} className="-mt-3" />
          )}
          {shown.length === 0 && <p>{t.nothingFound}</p>}
          {shown.map(group => (
            <ListGroup
              key={group.key}
              group={group}
              divided={divided}
              ticks={work.mayTick ? work.ticks : null}
              writing={
                'tile' in group.subject && work.mayAddTo(group.subject.tile)
                  ? group.key === work.writing
                  : null
              }
              onWrite={work.setWriting}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
      <TickedNotes hidden={work.hidden} />
    </div>
  )
}

/** How the list is laid out, and the way to its shortcuts. */
function Tools(props: { grouping: Grouping; onGroup: (by: Grouping) => void; onKeys: () => void }) {
  const t = useMessages(listMessages)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
        <legend className="float-left mr-2 text-muted">{t.groupBy}</legend>
        {groupings.map(each => (
          <ChoiceButton
            key={each}
            look="underlined"
            chosen={each === props.grouping}
            onChoose={() => props.onGroup(each)}
          >
            {t[each]}
          </ChoiceButton>
        ))}
      </fieldset>
      <button
        type="button"
        onClick={props.onKeys}
        className="ml-auto hidden min-h-11 items-center gap-2 rounded-lg px-3 text-muted hover:bg-surface sm:flex"
      >
        <Keyboard aria-hidden="true" size={18} />
        {t.keys}
      </button>
    </div>
  )
}

/** What can be done with what is ticked, at the foot. `hidden`: how many of them the search leaves out. */
export function TickedNotes({ hidden }: { hidden: number }) {
  const t = useMessages(listMessages)
  const { size } = useChosen().chosen
  if (size === 0) return null
  return (
    <SelectionBar
      said={
        <>
          {t.ticked(size)}
          {hidden > 0 && <span className="font-normal text-muted"> ({t.tickedHidden(hidden)})</span>}
        </>
      }
      untick={t.untick}
    />
  )
}

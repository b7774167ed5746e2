import { type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useBoard, useBoardActions } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useChoice } from '#components/ui/remembered.ts'
import { newLine } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Cluster } from '#lib/domain/suggestion.ts'
import { lineMessages } from '#lib/i18n/lines.ts'
import { useSay } from '../announcer/announcer.tsx'
import { groupNotes } from '../list/groups.ts'
import { useListWork } from '../list/use-list-work.ts'
import { selection } from '../selection/selection.ts'
import type { Rows } from './line-column.tsx'
import { useDrag } from './use-drag.ts'
import { useIdeas } from './use-ideas.ts'

const shown = ['on', 'off'] as const

/** What goes on at the board of lines: its columns, what is ticked, dragged and suggested; and what may be done with it. */
export function useLinesWork(filter: (note: Note) => boolean, onOpen: (note: string) => void) {
  const { notes, lines } = useBoard()
  const groups = useMemo(() => groupNotes(notes, lines, 'line', filter), [notes, lines, filter])
  const open = useMemo(() => lines.filter(line => line.deletedAt === null), [lines])
  const work = useListWork(groups, 'opgave')
  const { ticks, acts, finish } = work
  const mayOrder = acts.putInLine !== null
  const make = useMaking(work)
  const { carried, ghost, grab } = useDrag((some, line) => {
    acts.putInLine?.(some, line)
    if (some.some(id => ticks.ids.has(id))) selection.clear()
  })
  const grabNote = useSteady((event: PointerEvent, note: string) =>
    grab(event, ticks.ids.has(note) ? [...ticks.ids] : [note]),
  )
  const takeIdea = useSteady((note: string, line: string) => {
    finish([note], () => acts.putInLine?.([note], line))
  })
  const [choice, setChoice] = useChoice('line-ideas', shown)
  const wanted = choice !== 'off'
  const ideas = useIdeas(mayOrder && wanted)
  const loose = groups[0]
  const clusters = useMemo(() => stillLoose(ideas.clusters, notes, open), [ideas.clusters, notes, open])
  const rows: Rows = {
    ticks: mayOrder ? ticks : null,
    grab: mayOrder ? grabNote : null,
    ideas: ideas.byNote,
    onIdea: takeIdea,
    onOpen,
  }
  return {
    ...{ work, rows, open, loose, groups, mayOrder, carried, ghost, clusters, make },
    ideas: { wanted, want: (on: boolean) => setChoice(on ? 'on' : 'off') },
    look: (cluster: Cluster) => selection.set(cluster.notes),
  }
}

/** A function that stays the same and does what the latest one does: rows are not drawn again because of it. */
function useSteady<T extends unknown[]>(act: (...given: T) => void): (...given: T) => void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  return useCallback((...given: T) => latest.current(...given), [])
}

/** Clusters of notes of which some were laid in a line since hold what is left, while that is enough to be one. */
function stillLoose(
  clusters: readonly Cluster[],
  notes: readonly Note[],
  open: readonly { id: string }[],
): Cluster[] {
  const known = new Set(open.map(line => line.id))
  const loose = new Set(
    notes.flatMap(note =>
      note.deletedAt === null && !(note.line !== null && known.has(note.line)) ? [note.id] : [],
    ),
  )
  return clusters
    .map(({ words, notes }) => ({ words, notes: notes.filter(id => loose.has(id)) }))
    .filter(cluster => cluster.notes.length > 1)
}

/** Makes a line, of what is given or else of what is ticked; gives its id. */
function useMaking(work: ReturnType<typeof useListWork>) {
  const t = useMessages(lineMessages)
  const say = useSay()
  const actions = useBoardActions()
  const { lines } = useBoard()
  return (title: string, notes: readonly string[] = [...work.ticks.ids]): string | null => {
    if (notes.length > 0) return work.finish(notes, () => work.acts.makeLine?.(notes, title) ?? null)
    say(t.made(title), false)
    return actions?.addLine(newLine(lines, title)) ?? null
  }
}

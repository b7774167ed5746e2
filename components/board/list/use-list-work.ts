import { type RefObject, useState } from 'react'
import { useBoard, useCan } from '#components/live/board.tsx'
import { type Bouwsteen, bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { useActs } from '../selection/use-acts.ts'
import { useTicks } from '../selection/use-ticks.ts'
import { type Group, inSight } from './groups.ts'
import { focusNote, type ListActs } from './use-list-keys.ts'

/** A choice that is asked for, about these notes; or the help with the keys. */
export type Asked = { what: 'line' | 'move'; notes: readonly string[] } | { what: 'keys' } | null

/** What goes on in the list: what is ticked, what is asked, where a note is being written; and the acts on it. */
export function useListWork(within: RefObject<HTMLElement | null>, groups: readonly Group[]) {
  const { notes } = useBoard()
  const seen = inSight(groups)
  const ticks = useTicks(notes, seen)
  const acts = useActs()
  const [asked, setAsked] = useState<Asked>(null)
  const [writing, setWriting] = useState<Bouwsteen | null>(null)
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const mayTick = Object.values(acts).some(act => act !== null)

  // What is ticked, else the note that one is at.
  const about = (note: string | null): readonly string[] =>
    ticks.ids.size > 0 ? [...ticks.ids] : note === null ? [] : [note]
  const done = (ids: readonly string[]) => {
    setAsked(null)
    ticks.clear()
    focusNote(within, nextTo(seen, ids))
  }
  const doWith = (note: string | null, act: ((ids: readonly string[]) => void) | null) => {
    const ids = about(note)
    if (!act || ids.length === 0) return
    act(ids)
    done(ids)
  }
  const ask = (what: 'line' | 'move', note: string | null) => {
    const ids = about(note)
    if (acts[what === 'line' ? 'putInLine' : 'move'] && ids.length > 0) setAsked({ what, notes: ids })
  }
  const keys: Omit<ListActs, 'group' | 'search'> = {
    tick: note => {
      if (note && mayTick) ticks.tick(note, false)
    },
    tickSection: note => {
      const section = groups
        .flatMap(group => group.sections)
        .find(({ notes }) => notes.some(({ id }) => id === note))
      if (section && mayTick) ticks.tickAll(section.notes.map(({ id }) => id))
    },
    line: note => ask('line', note),
    move: note => ask('move', note),
    duplicate: note => doWith(note, acts.duplicate),
    bin: note => doWith(note, acts.bin),
    cement: note => {
      const ids = about(note)
      if (ids.length === 1 || ids.length === 2) acts.cement?.(ids)
    },
    write: () => {
      const at = document.activeElement?.closest<HTMLElement>('[data-tile]')?.dataset.tile
      if (mayAdd) setWriting(bouwsteenSchema.safeParse(at).data ?? writing)
    },
    help: () => setAsked({ what: 'keys' }),
    untick: ticks.clear,
  }
  return { ticks, acts, asked, setAsked, writing, setWriting, mayAdd, mayTick, keys, done, seen }
}

/** Where the work goes on: the note after the last of these, else the one before the first. */
export function nextTo(seen: readonly Note[], ids: readonly string[]): string | undefined {
  const gone = new Set(ids)
  const last = seen.findLastIndex(note => gone.has(note.id))
  const after = seen.slice(last + 1).find(note => !gone.has(note.id))
  return (after ?? seen.slice(0, last).findLast(note => !gone.has(note.id)))?.id
}

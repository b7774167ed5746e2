'use client'
import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { useSay } from '../announcer/announcer.tsx'
import { inBoardOrder } from '../moving/steps.ts'
import { focusedNote, focusNote } from '../note/focus-note.ts'
import type { View } from '../place/place.ts'
import { focusSearch } from '../search/search.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { nextTo } from './drawn-notes.ts'
import { type Asked, Questions } from './questions.tsx'
import { selection, useSelected } from './selection.ts'
import { useActs, useMayBin } from './use-acts.ts'
import { ChosenProvider, type ChosenWork } from './use-chosen.ts'
import { chosenNotes, useNoteKeys } from './use-note-keys.ts'

/**
 * Gives the views what can be done with the notes that are chosen, by keys that are the same in all of them, and asks what that
 * takes; in the views that have no foot of their own for it, with a bar.
 */
export function ChosenNotes(props: {
  board: RefObject<HTMLElement | null>
  view: View
  onOpen: (note: string) => void
  /** Null for who may not react. */
  onReact: ((note: string) => void) | null
  onHelp: () => void
  /** With the first of the notes that went to another bouwsteen. */
  onMoved: (note: string, to: Bouwsteen) => void
  children: ReactNode
}) {
  const { view, onOpen, onReact, onHelp } = props
  const [asked, setAsked] = useState<Asked>(null)
  const work = useWork({ ask: setAsked, onReact, onHelp })
  useNoteKeys(props.board, what => work.does[what]())
  const bar = (view === 'wall' || view === 'phone') && work.chosen.size > 0
  return (
    <ChosenProvider value={work}>
      {props.children}
      {bar && <ChosenBar over={view === 'wall'} onOpen={onOpen} mayReact={onReact !== null} />}
      <Questions asked={asked} onMoved={props.onMoved} onClose={() => setAsked(null)} />
    </ChosenProvider>
  )
}

function useWork(given: {
  ask: (asked: Asked) => void
  onReact: ((note: string) => void) | null
  onHelp: () => void
}): ChosenWork {
  const { ask, onReact } = given
  const { notes } = useBoard()
  const chosen = useLyingChosen()
  const acts = useActs()
  const mayBin = useMayBin()
  const say = useSay()
  const t = useMessages(listMessages)
  const finish: ChosenWork['finish'] = (ids, act, along = false) => {
    const next = along ? ids[0] : (nextTo(ids) ?? ids[0])
    const done = act()
    ask(null)
    selection.clear()
    if (next !== undefined) focusNote(next)
    return done
  }
  /** Does something with the notes one works on, unless those are none or too many for it. */
  const about = (may: unknown, act: (ids: string[]) => void, most = Number.POSITIVE_INFINITY): boolean => {
    const ids = inBoardOrder(notes, new Set(chosenNotes()))
    if (!may || ids.length > most) return false
    if (ids.length === 0) say(t.noneYet)
    else act(ids)
    return true
  }
  const does: ChosenWork['does'] = {
    duplicate: () => about(acts.duplicate, ids => finish(ids, () => acts.duplicate?.(ids))),
    bin: () =>
      about(acts.bin, ids => {
        // What stays where it is stays chosen too.
        if (mayBin(new Set(ids))) finish(ids, () => acts.bin?.(ids))
        else acts.bin?.(ids)
      }),
    line: () => about(acts.putInLine, ids => ask({ what: 'line', notes: ids })),
    move: () => about(acts.move, ids => ask({ what: 'move', notes: ids })),
    cement: () => about(acts.cement, ids => acts.cement?.(ids), 2),
    choose: () => {
      const note = focusedNote()
      if (note === null) return false
      selection.toggle(note)
      say(t.chosen(selection.read().size), false)
      return true
    },
    react: () => {
      const [note, other] = chosenNotes()
      if (!onReact || note === undefined || other !== undefined) return false
      onReact(note)
      return true
    },
    search: () => {
      focusSearch()
      return true
    },
    help: () => {
      given.onHelp()
      return true
    },
    'let go': () => {
      if (selection.read().size === 0) return false
      selection.clear()
      return true
    },
  }
  return { chosen, acts, does, finish }
}

/** What is chosen and still lies there; what went away is let go of. */
function useLyingChosen(): ReadonlySet<string> {
  const chosen = useSelected()
  const { notes } = useBoard()
  const lying = useMemo(() => {
    if (chosen.size === 0) return chosen
    return new Set(notes.flatMap(({ id, deletedAt }) => (deletedAt === null && chosen.has(id) ? [id] : [])))
  }, [notes, chosen])
  useEffect(() => selection.keep(id => !chosen.has(id) || lying.has(id)), [chosen, lying])
  return lying
}

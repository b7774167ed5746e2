'use client'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type Board, emptyBoard } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { type Action, can } from '#lib/domain/permissions.ts'
import { isVoting, stageOf } from '#lib/domain/phase.ts'
import { openIn } from '#lib/domain/programme.ts'
import type { StepRights } from '#lib/domain/step-rights.ts'
import { type BoardActions, boardActions } from './board-actions.ts'
import { openBoard } from './open-board.ts'
import { paceOf } from './pace.ts'
import { usePens } from './pen.ts'
import type { Preview } from './preview.ts'
import { rightsOf } from './rights.ts'
import { useConnection, useDoc, useHeld, useProvider, useSessionView } from './session.tsx'

const never = () => () => {}
const nothing = () => emptyBoard

/** The board as it is shown, what lies in the bin included; see `ShownBoard`. Empty until the document came. */
export function useBoard(): Board {
  const doc = useDoc()
  const shown = doc ? openBoard(doc).shown : null
  return useSyncExternalStore(shown?.subscribe ?? never, shown?.read ?? nothing, nothing)
}

/** What one holds and has not laid down yet; see `Preview`. */
export type Holding = {
  /** The notes that lie on the board, where they lie: what is held too. */
  lying: () => Note[]
  show: Preview['show']
  /** To be called right before the edit that lays down what was held. */
  end: Preview['end']
}

/** For who moves notes: shows them elsewhere before they are laid down. Null until the document came. */
export function useHolding(): Holding | null {
  const doc = useDoc()
  return useMemo(() => {
    if (!doc) return null
    const { reader, preview } = openBoard(doc)
    return {
      lying: () => reader.read().notes.filter(note => note.deletedAt === null),
      show: held => preview.show(held),
      end: () => preview.end(),
    }
  }, [doc])
}

/** The bouwstenen that the present step asks notes for; null: all. The same array for as long as they are the same. */
export function useOpenTiles(): readonly Bouwsteen[] | null {
  const view = useSessionView()
  const open = view ? openIn(view.step?.step ?? null, view.session.phase) : null
  const names = open?.join(' ') ?? null
  return useMemo(() => (names === null ? null : (names.split(' ') as Bouwsteen[])), [names])
}

/** Who may do what in the present step: the same object for as long as it is the same. */
function useRights(): StepRights | null {
  const view = useSessionView()
  const rights = view && rightsOf(view)
  const text = rights && JSON.stringify(rights)
  return useMemo(() => (text === null ? null : (JSON.parse(text) as StepRights)), [text])
}

/** Why this person may not do something now; null when they may. A board that is fixed takes nothing any more. */
export function useCan(): (action: Action) => ReturnType<typeof can> | 'frozen' {
  const view = useSessionView()
  const { frozen } = useConnection()
  const held = useHeld()
  const me = view?.me
  const addsTo = useOpenTiles()
  const pens = usePens()
  const rights = useRights()
  const stage = view ? stageOf(view.session, isVoting(view.ballots)) : null
  return useCallback(
    action => {
      if (!me || !stage) return 'role-forbids'
      return frozen === null ? can({ ...me, held, addsTo, pens, rights }, action, stage) : 'frozen'
    },
    [me, held, stage, frozen, addsTo, pens, rights],
  )
}

/** What one can do to the board, in one's own name. Null until the document came. */
export function useBoardActions(): BoardActions | null {
  const doc = useDoc()
  const view = useSessionView()
  const me = view?.me
  const phase = view?.session.phase
  const rights = useRights()
  return useMemo(
    () => (doc && me && phase ? boardActions(doc, { ...me, rights }, phase) : null),
    [doc, me, phase, rights],
  )
}

/** Somebody who has this document open. `at` is the entry that they have open. */
export type Person = { id: string; name: string; partner: string | null; at: string | null }

/** Who is here, each person once, oneself not among them. */
export function usePeople(): Person[] {
  const awareness = useProvider()?.awareness
  const me = useSessionView()?.me.id
  const [people, setPeople] = useState<Person[]>([])
  useEffect(() => {
    if (!awareness) return
    const read = () => {
      const found = new Map<string, Person>()
      for (const { user, at } of awareness.getStates().values()) {
        if (!user?.id || user.id === me) continue
        found.set(user.id, { ...user, at: typeof at === 'string' ? at : (found.get(user.id)?.at ?? null) })
      }
      const next = [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
      setPeople(now => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
    }
    read()
    const heard = () => paceOf(awareness.doc).soon(read)
    awareness.on('change', heard)
    return () => awareness.off('change', heard)
  }, [awareness, me])
  return people
}

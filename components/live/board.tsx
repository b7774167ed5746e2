'use client'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import {
  addLine,
  addNote,
  addProposal,
  type Board,
  type Making,
  moveNote,
  putInLine,
  setDeleted,
} from '#lib/documents/board.ts'
import { BoardReader } from '#lib/documents/board-reader.ts'
import type { BoardRoot } from '#lib/documents/layout.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Action, can } from '#lib/domain/permissions.ts'
import { newId } from './new-id.ts'
import { useConnection, useDoc, useProvider, useSessionView } from './session.tsx'

const empty: Board = { notes: [], lines: [], proposals: [] }
const readers = new WeakMap<Y.Doc, BoardReader>()

function readerOf(doc: Y.Doc): BoardReader {
  const known = readers.get(doc)
  if (known) return known
  const made = new BoardReader(doc)
  readers.set(doc, made)
  return made
}

const never = () => () => {}
const nothing = () => empty

/** The board as it is now, what lies in the bin included. Empty until the document came. */
export function useBoard(): Board {
  const doc = useDoc()
  const reader = doc ? readerOf(doc) : null
  return useSyncExternalStore(reader?.subscribe ?? never, reader?.read ?? nothing, nothing)
}

/** Why this person may not do something now; null when they may. A board that is fixed takes nothing any more. */
export function useCan(): (action: Action) => ReturnType<typeof can> | 'frozen' {
  const view = useSessionView()
  const { frozen } = useConnection()
  const me = view?.me
  const phase = view?.session.phase
  return useCallback(
    action => {
      if (!me || !phase) return 'role-forbids'
      return frozen === null ? can(me, action, phase) : 'frozen'
    },
    [me, phase, frozen],
  )
}

export type BoardActions = {
  /** Gives the new note's id. */
  addNote: (note: { bouwsteen: Bouwsteen; order: number; text: string }) => string
  addLine: (line: { title: string; order: number }) => string
  addProposal: (proposal: { text: string; order: number }) => string
  moveNote: (id: string, to: { bouwsteen: Bouwsteen; order: number }) => void
  putInLine: (id: string, line: string | null) => void
  bin: (root: BoardRoot, id: string) => void
  restore: (root: BoardRoot, id: string) => void
}

/** What one can do to the board, in one's own name. Null until the document came. */
export function useBoardActions(): BoardActions | null {
  const doc = useDoc()
  const me = useSessionView()?.me
  return useMemo(() => (doc && me ? actionsOn(doc, me) : null), [doc, me])
}

function actionsOn(doc: Y.Doc, me: Participant): BoardActions {
  const making = (): Making => ({
    id: newId(),
    author: me.id,
    partner: me.partner,
    at: Date.now(),
  })
  const adding = <T,>(add: (doc: Y.Doc, made: Making, entry: T) => void) => {
    return (entry: T) => {
      const made = making()
      add(doc, made, entry)
      return made.id
    }
  }
  return {
    addNote: adding(addNote),
    addLine: adding(addLine),
    addProposal: adding(addProposal),
    moveNote: (id, to) => moveNote(doc, id, to),
    putInLine: (id, line) => putInLine(doc, id, line),
    bin: (root, id) => setDeleted(doc, root, id, Date.now()),
    restore: (root, id) => setDeleted(doc, root, id, null),
  }
}

/** Somebody who has this document open. `at` is the entry that they are writing in. */
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
    awareness.on('change', read)
    return () => awareness.off('change', read)
  }, [awareness, me])
  return people
}

/** Tells the others which entry one is writing in; null: none. */
export function useTellWhere(): (at: string | null) => void {
  const awareness = useProvider()?.awareness
  return useCallback(at => awareness?.setLocalStateField('at', at), [awareness])
}

'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { asOne, moveNote, setDeleted } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import type { CommandAnswer } from '#lib/protocol/commands.ts'
import { type Result, refused } from '#lib/result.ts'
import type { Failure } from './api.ts'
import { useLive } from './live-context.ts'
import { newId } from './new-id.ts'
import type { OpenDocument } from './open-document.ts'
import { useCommand, useDoc, useSessionView } from './session.tsx'
import { useAsked } from './use-asked.ts'

const nothing: DeskNote[] = []
const never = () => () => {}
const empty = () => nothing

/** What lies on one's own desk, what is in its bin included; below a `LiveDocument` of a desk. Empty until that came. */
export function useDesk(): DeskNote[] {
  const doc = useDoc()
  const reading = useMemo(() => (doc ? readingOf(doc) : null), [doc])
  return useSyncExternalStore(reading?.subscribe ?? never, reading?.read ?? empty, empty)
}

function readingOf(doc: Y.Doc) {
  let known: DeskNote[] | null = null
  return {
    subscribe: (listener: () => void) => {
      const changed = () => {
        known = null
        listener()
      }
      doc.on('update', changed)
      return () => doc.off('update', changed)
    },
    read: () => {
      known ??= readDesk(doc)
      return known
    },
  }
}

export type DeskActions = {
  /** Lays notes on it in one edit; gives their ids. */
  add: (notes: readonly { bouwsteen: Bouwsteen; order: number; text: string }[]) => string[]
  move: (id: string, to: { bouwsteen: Bouwsteen; order: number }) => void
  bin: (id: string) => void
  restore: (id: string) => void
}

/** What one can do on one's own desk. Null until it came. */
export function useDeskActions(): DeskActions | null {
  const doc = useDoc()
  const author = useSessionView()?.me.id
  return useMemo(() => {
    if (!doc || !author) return null
    return {
      add: notes =>
        asOne(doc, () =>
          notes.map(note => {
            const id = newId()
            addDeskNote(doc, { id, author, at: Date.now() }, note)
            return id
          }),
        ),
      move: (id, to) => moveNote(doc, id, to),
      bin: id => setDeleted(doc, 'notes', id, Date.now()),
      restore: id => setDeleted(doc, 'notes', id, null),
    }
  }, [doc, author])
}

/** How many people have written something on their desk; null while that is not told. For the facilitator. */
export function useDeskWriters(): number | null {
  const inUse = useSessionView()?.session.desks != null
  return useAsked(inUse, view => view.deskWriters)
}

/** How long what was typed last may take to reach the server before one's own notes are laid out, in ms. */
const SENT_WITHIN = 5000

/** Lays notes of one's own desk on the board, as they read now. */
export function useLayOut(): (notes: readonly string[]) => Promise<Result<CommandAnswer, Failure>> {
  const { open, shown } = useLive()
  const command = useCommand()
  const round = shown?.view.session.desks?.round
  return useCallback(
    async notes => {
      if (!open || round === undefined) return refused({ code: 'desk-closed' })
      if (!(await isSent(open.pending))) return refused({ code: 'offline' })
      return command({ type: 'layOut', round, notes: [...notes] })
    },
    [open, round, command],
  )
}

/** Resolves once nothing waits to be sent; false when that takes too long. */
function isSent(pending: OpenDocument['pending']): Promise<boolean> {
  return new Promise(resolve => {
    const look = () => pending.count === 0 && end(true)
    const stop = pending.subscribe(look)
    const timer = setTimeout(() => end(false), SENT_WITHIN)
    const end = (sent: boolean) => {
      stop()
      clearTimeout(timer)
      resolve(sent)
      return true
    }
    look()
  })
}

/** Whether something of the document below this waits to be sent. */
export function useWaits(): boolean {
  const pending = useLive().open?.pending
  return useSyncExternalStore(
    useCallback(listener => pending?.subscribe(listener) ?? (() => {}), [pending]),
    () => (pending?.count ?? 0) > 0,
    () => false,
  )
}

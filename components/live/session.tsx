'use client'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { DocumentKind } from '#lib/documents/names.ts'
import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import type { OwnFrame } from '#lib/protocol/frames.ts'
import { type RefusalCode, refusals } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Result } from '#lib/result.ts'
import { type Failure, get, post } from './api.ts'
import { newId } from './new-id.ts'
import { type OpenDocument, openDocument } from './open-document.ts'
import { keepUnsent } from './unsent.ts'

/**
 * How it stands with the socket. `refused`: the server lets this person not in, for the reason in `refusal`. `frozen`: the
 * snapshot's hash under which this document was fixed. `refusal`: why the latest edit was not taken.
 */
export type Connection = {
  state: 'connecting' | 'live' | 'offline' | 'refused'
  frozen: string | null
  refusal: RefusalCode | 'offline' | null
}
type Live = {
  session: string
  open: OpenDocument | null
  view: SessionView | null
  connection: Connection
  forget: () => void
}

const start: Connection = { state: 'connecting', frozen: null, refusal: null }
const LiveContext = createContext<Live | null>(null)

/** Keeps one socket open to a session's document, for as long as it is on the page; all below share what comes over it. */
export function LiveSession(props: { session: string; document: DocumentKind; children: ReactNode }) {
  const { session, document } = props
  const { view, setView, refused } = useFirstView(session)
  const [open, setOpen] = useState<OpenDocument | null>(null)
  const [connection, setConnection] = useState(start)
  // Raised after a refusal: the document holds what the server refused, so a fresh one is synced and takes its place.
  const [attempt, setAttempt] = useState(0)
  const admitted = view !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt makes a new document
  useEffect(() => {
    if (!admitted) return
    const hear = (frame: OwnFrame) => {
      if (frame.type === 'view') return setView(frame.view)
      if (frame.type === 'frozen') return setConnection(now => ({ ...now, frozen: frame.hash }))
      setConnection(now => ({ ...now, refusal: frame.code }))
      if (refusals[frame.code].reaction === 'resync') setAttempt(now => now + 1)
    }
    const opened = openDocument(session, document, {
      hear,
      state: state => setConnection(now => ({ ...now, state })),
      synced: () => setOpen(opened),
      sentAway: code => setConnection(now => ({ ...now, state: 'refused', refusal: code })),
    })
    const keep = () => keepUnsent(session, opened.typed(), Date.now())
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      window.removeEventListener('pagehide', keep)
      opened.close()
    }
  }, [session, document, attempt, admitted, setView])

  const forget = useCallback(() => setConnection(now => ({ ...now, refusal: null })), [])
  const shown: Connection = refused ? { ...start, state: 'refused', refusal: refused } : connection
  return (
    <LiveContext value={{ session, open, view, connection: shown, forget }}>{props.children}</LiveContext>
  )
}

/** The view as the API gives it: at once, and with the reason when this person may not come in. */
function useFirstView(session: string) {
  const [view, setView] = useState<SessionView | null>(null)
  const [refused, setRefused] = useState<Failure['code'] | null>(null)
  useEffect(() => {
    let here = true
    void get<SessionView>(`/api/sessions/${encodeURIComponent(session)}/view`).then(answer => {
      if (!here) return
      if (answer.ok) setView(answer.value)
      else setRefused(answer.refusal.code)
    })
    return () => {
      here = false
    }
  }, [session])
  return { view, setView, refused }
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('outside a LiveSession')
  return live
}

export const useSession = (): string => useLive().session
/** What the server shows this person of the session; null until it came. */
export const useSessionView = (): SessionView | null => useLive().view
export const useConnection = (): Connection => useLive().connection
/** Puts the latest refusal away once it was read. */
export const useForgetRefusal = (): (() => void) => useLive().forget
/** The document, from when it was first in step with the server's; another one after a refusal. */
export const useDoc = (): Y.Doc | null => useLive().open?.doc ?? null
export const useProvider = (): WebsocketProvider | null => useLive().open?.provider ?? null

const none = () => () => {}
/** How many edits of one's own are not on the server yet. */
export function usePendingCount(): number {
  const pending = useLive().open?.pending
  return useSyncExternalStore(
    useCallback(listener => pending?.subscribe(listener) ?? none(), [pending]),
    () => pending?.count ?? 0,
    () => 0,
  )
}

/** Sends a command, with a key of its own so that the server does it once. */
export function useCommand(): (command: Command) => Promise<Result<CommandAnswer, Failure>> {
  const { session } = useLive()
  return useCallback(
    command => post(`/api/sessions/${session}/commands`, { key: newId(), command }),
    [session],
  )
}

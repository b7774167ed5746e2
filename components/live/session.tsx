'use client'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { DocumentPath } from '#lib/documents/names.ts'
import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Result } from '#lib/result.ts'
import { type Failure, post } from './api.ts'
import { useCourier } from './courier.ts'
import { type Connection, LiveContext, type OneDocument, useLive } from './live-context.ts'
import { isMoving } from './moving.ts'
import { newId } from './new-id.ts'
import { type OpenDocument, openDocument } from './open-document.ts'
import { useDevice } from './use-device.ts'
import { type Shown, useView } from './use-view.ts'

const start: Connection = { state: 'connecting', frozen: null, refusal: null }

/** Keeps one socket open to a session's document, for as long as it is on the page; all below share what comes over it. */
export function LiveSession(props: { session: string; document: DocumentPath; children: ReactNode }) {
  const { session, document } = props
  const { shown, unreachable, refused, setView, ask } = useView(session)
  const kept = useDocument(session, document, shown, setView, ask)
  const connection: Connection = refused
    ? { ...start, state: 'refused', refusal: refused }
    : orOffline(kept.connection, unreachable)
  const ended = connection.state === 'refused' && endings.has(connection.refusal ?? '')
  const { current } = kept
  useEffect(() => {
    if (ended) current?.abandon()
  }, [ended, current])
  useDevice(session, shown, ended)
  return (
    <LiveContext value={{ ...kept, session, document, shown, setView, ask, connection }}>
      <Courier />
      {props.children}
    </LiveContext>
  )
}

/** Keeps one more document of the session open, over a socket of its own. For all below it is the one that they work with. */
export function LiveDocument({ document, children }: { document: DocumentPath; children: ReactNode }) {
  const live = useLive()
  const kept = useDocument(live.session, document, live.shown, live.setView, live.ask)
  const connection = orOffline(kept.connection, live.connection.state === 'offline')
  return <LiveContext value={{ ...live, ...kept, connection, document }}>{children}</LiveContext>
}

/** `cut`: the server can't be reached, which a document that was never there does not find out by itself. */
const orOffline = (connection: Connection, cut: boolean): Connection =>
  cut && connection.state === 'connecting' ? { ...connection, state: 'offline' } : connection

function Courier() {
  useCourier()
  return null
}

/** After these nothing of the session stays on this device. */
const endings: ReadonlySet<string> = new Set(['removed', 'no-identity', 'unknown-session'])

/** A document from this device, and with the server once that knows who this is. */
function useDocument(
  session: string,
  document: DocumentPath,
  shown: Shown | null,
  setView: (view: SessionView) => void,
  ask: () => void,
): OneDocument & { current: OpenDocument | null } {
  const [open, setOpen] = useState<OpenDocument | null>(null)
  const [current, setCurrent] = useState<OpenDocument | null>(null)
  const [connection, setConnection] = useState(start)
  // Raised after a refusal: the document holds what the server refused, so a fresh one is synced and takes its place.
  const [attempt, setAttempt] = useState(0)
  const person = shown?.view.me.id ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt makes a new document
  useEffect(() => {
    if (person === null) return
    const opened = openDocument({ session, id: person }, document, {
      hear: frame => {
        if (frame.type === 'view') setView(frame.view)
        else if (frame.type === 'frozen') setConnection(now => ({ ...now, frozen: frame.hash }))
        // What waits until the room may write again is no news: the whole room is told that it waits.
        else if (frame.code !== 'input-held')
          // A document that begins anew is fixed no longer.
          setConnection(now => ({
            ...now,
            refusal: frame.code,
            frozen: frame.code === 'wiped' ? null : now.frozen,
          }))
      },
      state: state => setConnection(now => (now.state === state ? now : { ...now, state })),
      ready: () => setOpen(opened),
      replaced: () => setAttempt(now => now + 1),
      sentAway: code => setConnection(now => ({ ...now, state: 'refused', refusal: code })),
      shut: ask,
    })
    setCurrent(opened)
    return () => opened.close()
  }, [session, person, document, attempt, setView, ask])

  // Another person's document is never shown, and another document's neither.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever one of these changes
  useEffect(() => () => setOpen(null), [session, person, document])
  const sure = shown?.sure ?? false
  useEffect(() => {
    if (sure) current?.connect()
  }, [sure, current])
  const forget = useCallback(() => setConnection(now => ({ ...now, refusal: null })), [])
  const { frozen } = connection
  // Fixed under a hash that was opened again since: the view tells so, whether or not there was a line meanwhile.
  const reopened = frozen !== null && shown?.view.reopened?.hash === frozen
  return { open, current, connection: reopened ? { ...connection, frozen: null } : connection, forget }
}

export const useSession = (): string => useLive().session
/** What the server shows this person of the session; null until it came. */
export const useSessionView = (): SessionView | null => useLive().shown?.view ?? null
/** Whether the room's writing is held. Without a line it is not: what is written then waits on this device anyhow. */
export function useHeld(): boolean {
  const { shown, connection } = useLive()
  return (shown?.view.held ?? false) && connection.state === 'live'
}
export const useConnection = (): Connection => useLive().connection
/** Since when (ms since 1970) what is shown is no more than what this device kept; null when the server shows it. */
export function useKeptSince(): number | null {
  const { shown, connection } = useLive()
  return shown && !shown.sure && connection.state === 'offline' ? shown.at : null
}
/** Puts the latest refusal away once it was read. */
export const useForgetRefusal = (): (() => void) => useLive().forget
/** The document, from when it was first in step with the server's; another one after a refusal. */
export const useDoc = (): Y.Doc | null => useLive().open?.doc ?? null
export const useProvider = (): WebsocketProvider | null => useLive().open?.provider ?? null

/** Sends a command, with a key of its own so that the server does it once. */
export function useCommand(): (command: Command) => Promise<Result<CommandAnswer, Failure>> {
  const { session } = useLive()
  return useCallback(
    async command => {
      const asked = { key: newId(), command }
      for (;;) {
        const answer = await post<CommandAnswer>(`/api/sessions/${session}/commands`, asked)
        // The next server does what this one could not answer, and by the key does it once.
        if (answer.ok || answer.refusal.code !== 'offline' || !isMoving()) return answer
        await new Promise(again => setTimeout(again, ASK_AGAIN))
      }
    },
    [session],
  )
}

/** How long, in ms, before a command is given again that no server was there for. */
const ASK_AGAIN = 300

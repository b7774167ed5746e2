'use client'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DocumentKind } from '#lib/documents/names.ts'
import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import { decodeOwnFrame, frameType, type OwnFrame } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Result } from '#lib/result.ts'
import { type Failure, post } from './api.ts'

/** How it stands with the socket. `frozen`: the snapshot's hash under which this document was fixed. */
export type Connection = {
  state: 'connecting' | 'live' | 'offline'
  frozen: string | null
  refusal: RefusalCode | null
}
type Live = {
  session: string
  doc: Y.Doc | null
  provider: WebsocketProvider | null
  view: SessionView | null
  connection: Connection
}

const start: Connection = { state: 'connecting', frozen: null, refusal: null }
const LiveContext = createContext<Live | null>(null)

/** Keeps one socket open to a session's document, for as long as it is on the page; all below share what comes over it. */
export function LiveSession(props: { session: string; document: DocumentKind; children: ReactNode }) {
  const { session, document, children } = props
  const [pair, setPair] = useState<{ doc: Y.Doc; provider: WebsocketProvider } | null>(null)
  const [view, setView] = useState<SessionView | null>(null)
  const [connection, setConnection] = useState(start)
  // Raised after a refusal: the document holds what the server refused, so a fresh one is synced in its place.
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt makes a new document
  useEffect(() => {
    const hear = (frame: OwnFrame) => {
      if (frame.type === 'view') return setView(frame.view)
      if (frame.type === 'frozen') return setConnection(now => ({ ...now, frozen: frame.hash }))
      setConnection(now => ({ ...now, refusal: frame.code }))
      if (frame.code !== 'store-failed') setAttempt(now => now + 1)
    }
    const opened = open(session, document, hear)
    opened.provider.on('status', ({ status }) => {
      const state = status === 'connected' ? 'live' : status === 'connecting' ? 'connecting' : 'offline'
      setConnection(now => ({ ...now, state }))
    })
    setPair(opened)
    return () => {
      opened.provider.destroy()
      opened.doc.destroy()
    }
  }, [session, document, attempt])

  const live = { session, doc: pair?.doc ?? null, provider: pair?.provider ?? null, view, connection }
  return <LiveContext value={live}>{children}</LiveContext>
}

function open(session: string, document: DocumentKind, hear: (frame: OwnFrame) => void) {
  const doc = new Y.Doc()
  const address = `${location.origin.replace(/^http/, 'ws')}/sync`
  const provider = new WebsocketProvider(address, `${session}/${document}`, doc, { disableBc: true })
  for (const type of [frameType.refusal, frameType.view, frameType.frozen])
    provider.messageHandlers[type] = (_, decoder) => hear(decodeOwnFrame(decoder))
  return { doc, provider }
}

function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('outside a LiveSession')
  return live
}

/** What the server shows this person of the session; null until it came. */
export const useSessionView = (): SessionView | null => useLive().view
export const useConnection = (): Connection => useLive().connection
export const useDoc = (): Y.Doc | null => useLive().doc
export const useProvider = (): WebsocketProvider | null => useLive().provider

/** Sends a command, with a key of its own so that the server does it once. */
export function useCommand(): (command: Command) => Promise<Result<CommandAnswer, Failure>> {
  const { session } = useLive()
  return command => post(`/api/sessions/${session}/commands`, { key: crypto.randomUUID(), command })
}

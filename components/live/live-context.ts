'use client'
import { createContext, useContext } from 'react'
import type { DocumentPath } from '#lib/documents/names.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { OpenDocument } from './open-document.ts'
import type { Shown } from './use-view.ts'

/**
 * How it stands with the socket. `moving`: the server sent everybody to the next one, and this is on its way there. `refused`: the server lets this person not in, for the reason in `refusal`. `frozen`: the
 * snapshot's hash under which this document was fixed. `refusal`: why the latest edit was not taken.
 */
export type Connection = {
  state: 'connecting' | 'live' | 'moving' | 'offline' | 'refused'
  frozen: string | null
  refusal: RefusalCode | 'offline' | null
}
/** A document of the session that is kept open, and how it stands with its socket. */
export type OneDocument = { open: OpenDocument | null; connection: Connection; forget: () => void }
type Live = OneDocument & {
  session: string
  document: DocumentPath
  shown: Shown | null
  setView: (view: SessionView) => void
  /** Asks the server again who this is. */
  ask: () => void
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('outside a LiveSession')
  return live
}

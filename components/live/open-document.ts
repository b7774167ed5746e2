import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DocumentKind } from '#lib/documents/names.ts'
import { decodeOwnFrame, frameType, type OwnFrame } from '#lib/protocol/frames.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { Pending } from './pending.ts'
import { TypedTexts } from './unsent.ts'

export type OpenDocument = {
  doc: Y.Doc
  provider: WebsocketProvider
  pending: Pending
  /** The texts that hold something the server has not stored yet. */
  typed: () => string[]
  close: () => void
}
export type Hearing = {
  hear: (frame: OwnFrame) => void
  state: (state: 'connecting' | 'live' | 'offline') => void
  /** The document is in step with the server's, for the first time. */
  synced: () => void
  /** The server ended it and a new try would not help. */
  sentAway: (code: RefusalCode) => void
}

/** The close code for who is not, or no longer, in the session; see `server/sync/connection.ts`. */
const NOT_ALLOWED = 4403

/** Opens a document of the session over a socket of its own, which comes back by itself when it breaks. */
export function openDocument(session: string, document: DocumentKind, hearing: Hearing): OpenDocument {
  const doc = new Y.Doc()
  const address = `${location.origin.replace(/^http/, 'ws')}/sync`
  const provider = new WebsocketProvider(address, `${session}/${document}`, doc, { disableBc: true })
  const pending = new Pending(doc.clientID)
  const texts = new TypedTexts(doc)
  let gone = false

  for (const type of [frameType.refusal, frameType.view, frameType.frozen])
    provider.messageHandlers[type] = (_, decoder) => hearing.hear(decodeOwnFrame(decoder))
  const sync = provider.messageHandlers[frameType.sync]
  provider.messageHandlers[frameType.sync] = (encoder, decoder, ...rest) => {
    pending.heard(decoding.clone(decoder))
    sync?.(encoder, decoder, ...rest)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider) pending.sent(update)
  })
  pending.subscribe(() => {
    if (pending.count === 0) texts.clear()
  })
  let before = false
  provider.on('sync', (synced: boolean) => {
    if (!synced || gone) return
    hearing.state('live')
    if (!before) hearing.synced()
    before = true
  })
  provider.on('status', ({ status }) => {
    if (gone || status === 'connected') return
    hearing.state(before ? 'offline' : 'connecting')
  })
  provider.on('closed', ({ code }) => hearing.sentAway(code === NOT_ALLOWED ? 'removed' : 'internal'))
  // A pulled cable shows only after half a minute on the socket itself; the browser often knows at once.
  const cut = () => hearing.state('offline')
  const back = () => {
    if (provider.synced && provider.wsconnected) hearing.state('live')
  }
  window.addEventListener('offline', cut)
  window.addEventListener('online', back)
  return {
    doc,
    provider,
    pending,
    typed: () => (pending.count === 0 ? [] : texts.read()),
    close: () => {
      gone = true
      window.removeEventListener('offline', cut)
      window.removeEventListener('online', back)
      provider.destroy()
    },
  }
}

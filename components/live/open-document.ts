import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DocumentPath } from '#lib/documents/names.ts'
import { decodeOwnFrame, frameType, type OwnFrame } from '#lib/protocol/frames.ts'
import { type RefusalCode, refusals } from '#lib/protocol/refusals.ts'
import { inPieces } from './in-pieces.ts'
import { watchLine } from './line.ts'
import { type Edit, fromDevice, LocalCopy } from './local-copy.ts'
import { goAlong } from './moving.ts'
import type { Pending } from './pending.ts'
import type { Person } from './tabs.ts'

export type OpenDocument = {
  doc: Y.Doc
  provider: WebsocketProvider
  pending: Pending<Edit>
  /** Whether what is written outlives the page. */
  keeps: () => boolean
  /** Goes to the server with it: the server knows this device as that person. */
  connect: () => void
  close: () => void
  /** Keeps nothing more of it: this person is not in the session any more. */
  abandon: () => void
}
export type Hearing = {
  hear: (frame: OwnFrame) => void
  state: (state: 'connecting' | 'live' | 'moving' | 'offline') => void
  /** There is something to show: what this device kept, or the server's. */
  ready: () => void
  /** It holds what the server refused, and is to be opened afresh; what was typed is in the tray. */
  replaced: () => void
  /** The server ended it and a new try would not help. */
  sentAway: (code: RefusalCode) => void
  /** A socket did not open; perhaps this device is another person by now. */
  shut: () => void
}

/** The close code for who is not, or no longer, in the session; see `server/sync/connection.ts`. */
const NOT_ALLOWED = 4403

/** What this page has open, by session, person and document. */
const open = new Set<string>()
const nameOf = (person: Person, document: DocumentPath): string =>
  `${person.session} ${person.id} ${document}`
export const isOpenHere = (person: Person, document: DocumentPath): boolean =>
  open.has(nameOf(person, document))

/**
 * Opens a document of the session: first from this device, then over a socket of its own, which comes back by itself when it breaks.
 */
export function openDocument(person: Person, document: DocumentPath, hearing: Hearing): OpenDocument {
  const doc = new Y.Doc()
  const address = `${location.origin.replace(/^http/, 'ws')}/sync`
  const provider = new WebsocketProvider(address, `${person.session}/${document}`, doc, {
    connect: false,
    // The tabs of one person tell each other by themselves what the server may not have.
    disableBc: true,
    // The cookie may have become another's meanwhile; their socket must not carry this person's edits.
    params: { as: person.id },
  })
  open.add(nameOf(person, document))
  let gone = false
  let before = false
  /** A socket ended before anything had come over it. */
  let missed = false
  const place = { person, document }
  const copy = new LocalCopy(doc, place, {
    connected: () => provider.wsconnected,
    replaced: () => hearing.replaced(),
  })
  const loaded = copy.load().then(kept => {
    if (kept && !gone) hearing.ready()
  })
  const sendHeld = sendsHeld(provider)
  const hear = (frame: OwnFrame) => {
    hearing.hear(frame)
    sendHeld(frame)
    if (frame.type !== 'refusal' || refusals[frame.code].reaction !== 'resync') return
    copy.discard(frame.code)
    hearing.replaced()
  }
  const stopListening = listen(provider, copy, {
    hear,
    heard: () => {
      if (before && provider.synced && !gone) hearing.state('live')
    },
  })
  provider.on('sync', (synced: boolean) => {
    if (!synced || gone) return
    hearing.state('live')
    if (!before) hearing.ready()
    before = true
    void copy.reread()
  })
  let opened = false
  const going = goAlong(provider, () => (before || missed ? 'offline' : 'connecting'), hearing.state)
  provider.on('status', ({ status }) => {
    if (status === 'connected') opened = true
    if (gone || status === 'connected') return
    if (status === 'disconnected') copy.hand()
    hearing.state(going.state())
  })
  provider.on('connection-close', () => {
    if (!opened && !gone) hearing.shut()
    opened = false
    if (before || gone) return
    missed = true
    hearing.state(going.state())
  })
  provider.on('closed', ({ code }) => hearing.sentAway(code === NOT_ALLOWED ? 'removed' : 'internal'))
  const stopWatching = watch(provider, copy, hearing)
  return {
    doc,
    provider,
    pending: copy.pending,
    keeps: () => copy.keeps,
    abandon: () => copy.abandon(),
    connect: () => void loaded.then(() => !gone && provider.connect()),
    close: () => {
      if (gone) return
      gone = true
      open.delete(nameOf(person, document))
      going.stop()
      stopWatching()
      stopListening()
      copy.close()
      provider.destroy()
    },
  }
}

/** What was not taken because the room's writing is held stays, and goes along when a frame says that that is over. */
function sendsHeld(provider: WebsocketProvider): (frame: OwnFrame) => void {
  let waits = false
  return frame => {
    if (frame.type === 'refusal' && frame.code === 'input-held') waits = true
    if (frame.type !== 'view' || frame.view.held || !waits) return
    waits = false
    askAgain(provider)
  }
}

/** Has the server ask for what it lacks, in step with what it says next. */
function askAgain({ ws, doc }: WebsocketProvider): void {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  writeSyncStep1(encoder, doc)
  ws?.send(encoding.toUint8Array(encoder))
}

/** Frames to who wants them, edits to the copy. `heard`: the server is there. */
function listen(
  provider: WebsocketProvider,
  copy: LocalCopy,
  { hear, heard }: { hear: (frame: OwnFrame) => void; heard: () => void },
): () => void {
  const { doc, messageHandlers } = provider
  for (const type of [frameType.refusal, frameType.view, frameType.frozen])
    messageHandlers[type] = (_, decoder) => hear(decodeOwnFrame(decoder))
  const sync = messageHandlers[frameType.sync]
  messageHandlers[frameType.sync] = (encoder, decoder, ...rest) => {
    copy.heard(decoding.clone(decoder))
    const pieces = inPieces(doc, decoding.clone(decoder), copy.pending.edits)
    if (pieces) for (const piece of pieces) provider.ws?.send(piece)
    else sync?.(encoder, decoder, ...rest)
    heard()
  }
  doc.on('update', (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== provider && origin !== fromDevice) copy.edited(update, transaction)
  })
  const leaves = () => {
    copy.hand()
    void copy.flush()
  }
  const hides = () => {
    if (document.visibilityState === 'hidden') void copy.flush()
    else void copy.reread()
  }
  window.addEventListener('pagehide', leaves)
  document.addEventListener('visibilitychange', hides)
  return () => {
    window.removeEventListener('pagehide', leaves)
    document.removeEventListener('visibilitychange', hides)
  }
}

/** A pulled cable shows only after a while on the socket itself; the browser often knows at once. */
function watch(provider: WebsocketProvider, copy: LocalCopy, hearing: Hearing): () => void {
  const cut = () => hearing.state('offline')
  const stop = watchLine(provider, { waits: () => copy.pending.count > 0, lost: cut })
  window.addEventListener('offline', cut)
  return () => {
    stop()
    window.removeEventListener('offline', cut)
  }
}

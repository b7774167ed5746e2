import { setMaxListeners } from 'node:events'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { watchLine } from '#components/live/line.ts'
import { goAlong } from '#components/live/moving.ts'
import { Pending } from '#components/live/pending.ts'
import type { DocumentPath } from '#lib/documents/names.ts'
import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import { decodeOwnFrame, frameType } from '#lib/protocol/frames.ts'
import type { JoinAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { ask, Declined, type Place } from '#server/example/person.ts'

/** How long anything may take before a test says that it didn't come, in ms; a whole machine may be busy. */
const PATIENCE_MS = 60_000
/** How long before what no server answered is asked again, in ms, as pages do. */
const AGAIN_MS = 300

/** What the pages' own code looks at of its browser: always in sight, never told of the network. */
function likeABrowser(): void {
  const here = globalThis as { document?: unknown; window?: unknown }
  here.document ??= Object.assign(new EventTarget(), { visibilityState: 'visible' })
  here.window ??= new EventTarget()
  // Each of many people in one process looks at these.
  setMaxListeners(0, here.document as EventTarget, here.window as EventTarget, process)
}

export type Identity = Pick<JoinAnswer, 'session' | 'participant' | 'token'>

/**
 * Somebody with a page open, which finds out that its line is broken, comes back by itself, sends what waits again and gives unanswered
 * commands again: by the very parts of the product's pages that do so. Everything goes through the public doors.
 */
export class Visitor {
  readonly id: string
  readonly doc = new Y.Doc()
  readonly place: Place
  private readonly identity: Identity
  private readonly provider: WebsocketProvider
  private readonly pending = new Pending<number>()
  private readonly stops: (() => void)[] = []
  private edits = 0
  /** Codes of what the server refused. */
  readonly refusals: string[] = []
  /** What the server showed of the session last. */
  view: SessionView | null = null

  /** Opens the document; `synced` tells when it is there. */
  constructor(place: Place, identity: Identity, document: DocumentPath = 'board') {
    likeABrowser()
    this.place = place
    this.identity = identity
    this.id = identity.participant
    class SocketFromHere extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { origin: place.origin })
      }
    }
    this.provider = new WebsocketProvider(
      `${place.url.replace(/^http/, 'ws')}/sync/${identity.session}`,
      document,
      this.doc,
      {
        params: { token: identity.token },
        WebSocketPolyfill: SocketFromHere as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    )
    this.listen()
  }

  private listen(): void {
    const { provider, pending } = this
    for (const type of [frameType.refusal, frameType.view, frameType.frozen])
      provider.messageHandlers[type] = (_, decoder) => {
        const frame = decodeOwnFrame(decoder)
        if (frame.type === 'refusal') this.refusals.push(frame.code)
        if (frame.type === 'view') this.view = frame.view
      }
    const sync = provider.messageHandlers[frameType.sync]
    provider.messageHandlers[frameType.sync] = (encoder, decoder, ...rest) => {
      pending.heard(decoding.clone(decoder))
      sync?.(encoder, decoder, ...rest)
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== provider) pending.sent(update, this.edits++)
    })
    const going = goAlong(
      provider,
      () => 'offline',
      () => {},
    )
    const watching = watchLine(provider, { waits: () => pending.count > 0, lost: () => {} })
    this.stops.push(going.stop, watching)
  }

  /** How many edits of this page the server hasn't shown to be durable. */
  get waiting(): number {
    return this.pending.count
  }

  get connected(): boolean {
    return this.provider.wsconnected && this.provider.synced
  }

  /** Resolves when this page is in step with a server. */
  synced(): Promise<void> {
    return this.whenever('is in step', () => this.connected)
  }

  /** Resolves when nothing of this page waits any more. */
  settled(): Promise<void> {
    return this.whenever('has everything kept', () => this.connected && this.waiting === 0)
  }

  /** Resolves when the document holds something. */
  sees(what: string, holds: (doc: Y.Doc) => boolean): Promise<void> {
    return this.whenever(`sees ${what}`, () => holds(this.doc))
  }

  /** The cable of this device is pulled out and put in again: the socket is gone without a word. */
  stumble(): void {
    ;(this.provider.ws as unknown as WebSocket | null)?.terminate()
  }

  async command(command: Command): Promise<CommandAnswer> {
    const body = { key: crypto.randomUUID(), command }
    const { session, token } = this.identity
    const late = Date.now() + PATIENCE_MS
    for (;;) {
      try {
        return await ask(this.place, `/api/sessions/${session}/commands`, { body, token })
      } catch (error) {
        if (wasRefused(error) || Date.now() > late) throw error
        await new Promise(again => setTimeout(again, AGAIN_MS))
      }
    }
  }

  leave(): void {
    for (const stop of this.stops) stop()
    this.provider.destroy()
    this.doc.destroy()
  }

  /** Looks after every change of the document and the line. */
  private async whenever(what: string, holds: () => boolean): Promise<void> {
    let look = () => {}
    let timer: NodeJS.Timeout | undefined
    const forget = this.pending.subscribe(() => look())
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(
          () =>
            reject(
              new Error(`${this.id} never ${what} (${this.waiting} wait, connected: ${this.connected})`),
            ),
          PATIENCE_MS,
        )
        look = () => holds() && resolve()
        this.doc.on('update', look)
        this.provider.on('sync', look)
        look()
      })
    } finally {
      clearTimeout(timer)
      forget()
      this.doc.off('update', look)
      this.provider.off('sync', look)
    }
  }
}

/** Refusals of a server that can't answer now. */
const RETRIED = new Set(['store-failed', 'too-busy', 'internal'])
/** Whether a command was refused for good. What the proxy says of a server that is gone carries no code; what a server refuses does. */
export const wasRefused = (error: unknown): boolean =>
  error instanceof Declined && error.code !== null && !RETRIED.has(error.code)

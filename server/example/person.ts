import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

import type { Making } from '#lib/documents/board.ts'
import type { DocumentPath } from '#lib/documents/names.ts'

import type { Command, CommandAnswer } from '#lib/protocol/commands.ts'
import { decodeOwnFrame, frameType } from '#lib/protocol/frames.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Longest that a condition is waited for, in ms; on a healthy server each takes a few. */
const PATIENCE_MS = 20_000

/** Where the server is: `url` reaches it, `origin` is what it takes browsers to come from. */
export type Place = { url: string; origin: string }

/** The API said no; `code`: that of the refusal. */
export class Declined extends Error {
  readonly code: string | null
  constructor(message: string, code: string | null) {
    super(message)
    this.code = code
  }
}

/** Asks the public API; throws Declined when it says no. */
export async function ask<T>(
  place: Place,
  path: string,
  more: { body?: unknown; token?: string } = {},
): Promise<T> {
  const headers: Record<string, string> = { origin: place.origin }
  if (more.token) headers.authorization = `Bearer ${more.token}`
  if (more.body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { headers, signal: AbortSignal.timeout(PATIENCE_MS) }
  if (more.body !== undefined) {
    init.method = 'POST'
    init.body = JSON.stringify(more.body)
  }
  const response = await fetch(new URL(path, place.url), init)
  if (!response.ok) {
    const said = await response.text()
    const code = /"code":"([a-z-]+)"/.exec(said)?.[1] ?? null
    throw new Declined(`${path} answered ${response.status}: ${said}`, code)
  }
  return (await response.json()) as T
}

type Open = { doc: Y.Doc; provider: WebsocketProvider; failed: Promise<never> }

/** One person at the table: an identity of the session and, as soon as they look at one, its documents. */
export class Person {
  readonly id: string
  readonly partner: string | null
  readonly token: string
  private readonly place: Place
  private readonly session: string
  private readonly open = new Map<DocumentPath, Open>()

  constructor(
    place: Place,
    identity: { session: string; participant: string; token: string },
    partner: string | null,
  ) {
    this.place = place
    this.session = identity.session
    this.id = identity.participant
    this.token = identity.token
    this.partner = partner
  }

  command(command: Command): Promise<CommandAnswer> {
    const body = { key: crypto.randomUUID(), command }
    return ask(this.place, `/api/sessions/${this.session}/commands`, { body, token: this.token })
  }

  view(): Promise<SessionView> {
    return ask(this.place, `/api/sessions/${this.session}/view`, { token: this.token })
  }

  /** Opens a document by y-websocket's own provider and waits until it holds what the server holds. */
  async look(document: DocumentPath): Promise<Y.Doc> {
    const known = this.open.get(document)
    if (known) return known.doc
    const { origin, url } = this.place
    class SocketFromHere extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { origin })
      }
    }
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(
      `${url.replace(/^http/, 'ws')}/sync/${this.session}`,
      document,
      doc,
      {
        params: { token: this.token },
        WebSocketPolyfill: SocketFromHere as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    )
    const failed = refusalOf(provider, document)
    this.open.set(document, { doc, provider, failed })
    const synced = new Promise<void>(resolve => {
      provider.on('sync', (now: boolean) => now && resolve())
    })
    await within(Promise.race([synced, failed]), `the ${document} did not open`)
    return doc
  }

  /** Waits until this person's copy of a document is as `holds` says; fails at once when the server refuses an edit. */
  async sees(document: DocumentPath, what: string, holds: (doc: Y.Doc) => boolean): Promise<void> {
    const doc = await this.look(document)
    const failed = this.open.get(document)?.failed as Promise<never>
    let watch = () => {}
    const seen = new Promise<void>(resolve => {
      watch = () => holds(doc) && resolve()
      doc.on('update', watch)
      watch()
    })
    await within(Promise.race([seen, failed]), `nobody saw ${what}`).finally(() => doc.off('update', watch))
  }

  leave(): void {
    for (const { provider, doc } of this.open.values()) {
      provider.destroy()
      doc.destroy()
    }
    this.open.clear()
  }
}

/** Rejects when the server refuses what was written, or closes the socket for good. */
function refusalOf(provider: WebsocketProvider, document: string): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    provider.messageHandlers[frameType.refusal] = (_encoder, decoder) => {
      const frame = decodeOwnFrame(decoder)
      reject(new Error(`The server refused an edit of the ${document}: ${'code' in frame ? frame.code : ''}`))
    }
    provider.on('connection-close', (event: CloseEvent | null) => {
      if (event && event.code >= 4400 && event.code < 4500)
        reject(new Error(`The server closed the ${document}: ${event.code} ${event.reason}`))
    })
  })
  for (const type of [frameType.view, frameType.frozen]) provider.messageHandlers[type] = () => {}
  // Whoever waits hears of it; nobody waiting is no reason to end the process.
  failed.catch(() => {})
  return failed
}

async function within<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** What a new entry of this person's names as its maker. */
export const makingOf = (person: Person): Making => ({
  id: crypto.randomUUID(),
  author: person.id,
  partner: person.partner,
  at: Date.now(),
})

import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import { frameType } from '#lib/protocol/frames.ts'

/** How often the line is looked at, in ms. A longer pause between two looks means that the device slept. */
const LOOK_EVERY = 1000
const SLEPT_AFTER = 5000
/** How long the server may take to answer, or a socket to open, before another is tried, in ms. */
const ANSWER_MAX = 3000
const OPEN_MAX = 6000
/** After an edit has waited this long, in ms, the server is asked whether it has it. */
const WAIT_MAX = 3000

/**
 * Watches the line under a provider, which by itself notices after half a minute that nobody is there any more: after sleep, a lost
 * network or an edit that stays unanswered it asks, and takes another socket when no answer comes. `waits`: whether an edit waits;
 * `lost`: nobody answers. Gives the way to stop.
 */
export function watchLine(
  provider: WebsocketProvider,
  { waits, lost }: { waits: () => boolean; lost: () => void },
): () => void {
  let looked = Date.now()
  let asked: number | null = null
  let opening: number | null = null
  let waiting: number | null = null

  const again = () => {
    asked = null
    opening = null
    provider.disconnect()
    provider.connect()
  }
  const ask = () => {
    if (!provider.shouldConnect) return
    if (!provider.wsconnected || !provider.ws) {
      // One that was opened before the network came back may never open.
      if (!provider.ws || Date.now() - (opening ?? Date.now()) > ANSWER_MAX) again()
      return
    }
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, frameType.sync)
    writeSyncStep1(encoder, provider.doc)
    provider.ws.send(encoding.toUint8Array(encoder))
    asked ??= Date.now()
  }
  const look = () => {
    const now = Date.now()
    const stood = now - looked - LOOK_EVERY
    looked = now
    if (stood > 0) {
      // A page that stood still itself could hear nobody: what came meanwhile lies there still, and is heard after this look.
      if (asked !== null) asked += stood
      if (opening !== null) opening += stood
    }
    if (stood > SLEPT_AFTER - LOOK_EVERY) ask()
    if (asked !== null && provider.wsLastMessageReceived > asked) asked = null
    if (asked !== null && now - asked > ANSWER_MAX) {
      lost()
      again()
    }
    opening = provider.wsconnecting ? (opening ?? now) : null
    if (opening !== null && now - opening > OPEN_MAX) again()
    waiting = waits() && provider.wsconnected ? (waiting ?? now) : null
    if (waiting !== null && now - waiting > WAIT_MAX) {
      waiting = now
      ask()
    }
  }
  const wakes = () => {
    if (document.visibilityState === 'visible') ask()
  }
  const timer = setInterval(look, LOOK_EVERY)
  document.addEventListener('visibilitychange', wakes)
  document.addEventListener('resume', wakes)
  window.addEventListener('pageshow', wakes)
  // Either may be wrong: a laptop that is the server itself needs no network to reach it.
  window.addEventListener('online', ask)
  window.addEventListener('offline', ask)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', wakes)
    document.removeEventListener('resume', wakes)
    window.removeEventListener('pageshow', wakes)
    window.removeEventListener('online', ask)
    window.removeEventListener('offline', ask)
  }
}

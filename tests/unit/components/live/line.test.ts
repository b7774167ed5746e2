import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { watchLine } from '#components/live/line.ts'

/** A second, in ms: how often the line is looked at. */
const SECOND = 1000

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('window', new EventTarget())
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})
let stop = () => {}
afterEach(() => stop())

/** A line with an edit on it that waits; tells how often the server was asked, and another socket taken. */
function watched() {
  const counts = { asked: 0, again: 0 }
  const provider = {
    ...{ shouldConnect: true, wsconnected: true, wsconnecting: false, wsLastMessageReceived: 0 },
    doc: new Y.Doc(),
    ws: { send: () => void counts.asked++ },
    disconnect: () => void counts.again++,
    connect: () => {},
  }
  stop = watchLine(provider as unknown as WebsocketProvider, { waits: () => true, lost: () => {} })
  const asks = () => {
    while (counts.asked === 0) vi.advanceTimersByTime(SECOND)
  }
  return { counts, provider, asks }
}

it('[N19] a page that gets no answer while it is awake takes another socket within seconds', () => {
  const { counts, asks } = watched()
  asks()
  vi.advanceTimersByTime(5 * SECOND)
  expect(counts.again).toBe(1)
})

it.each([4, 60])(
  '[N19] a page that stood still for %i s itself hears what came meanwhile before it gives the line up',
  seconds => {
    const { counts, provider, asks } = watched()
    asks()
    // Its timers come late, and before the answer that lies there.
    vi.setSystemTime(Date.now() + seconds * SECOND)
    vi.advanceTimersByTime(SECOND)
    expect(counts.again).toBe(0)
    provider.wsLastMessageReceived = Date.now()
    vi.advanceTimersByTime(SECOND)
    expect(counts.again).toBe(0)
  },
)

it('[N19] a page that stood still and hears nothing after that takes another socket within seconds', () => {
  const { counts, asks } = watched()
  asks()
  vi.setSystemTime(Date.now() + 60 * SECOND)
  vi.advanceTimersByTime(6 * SECOND)
  expect(counts.again).toBe(1)
})

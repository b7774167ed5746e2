import type { WebsocketProvider } from 'y-websocket'

/** The close code of a server that stops in order; see `server/sync/connection.ts`. */
const MOVING = 4503
/** Everybody is sent on at one moment: each comes back at a moment of their own within this, in ms. */
const SPREAD = 1000
/** How long, in ms, it may take to be with the next server before that is news. */
const CALM = 15_000

/** The documents of this page that are on their way. */
const onTheWay = new Set<WebsocketProvider>()
/** Whether this page is on its way to the next server, so that what fails now is worth another try. */
export const isMoving = (): boolean => onTheWay.size > 0

/**
 * Goes along when the server sends everybody to the next one. `state` gives how it stands without a line: `moving` from then until the document
 * is in step again, else what `otherwise` says. When it takes too long to get there, `tell` is told that.
 */
export function goAlong<State extends string>(
  provider: WebsocketProvider,
  otherwise: () => State,
  tell: (state: State) => void,
): { state: () => State | 'moving'; stop: () => void } {
  let coming: ReturnType<typeof setTimeout> | undefined
  let calm: ReturnType<typeof setTimeout> | undefined
  const arrived = () => {
    clearTimeout(calm)
    calm = undefined
    onTheWay.delete(provider)
  }
  const closed = (event: CloseEvent | null) => {
    if (event?.code !== MOVING) return
    onTheWay.add(provider)
    // By itself it would come at the same moment as all others.
    provider.shouldConnect = false
    clearTimeout(coming)
    coming = setTimeout(() => provider.connect(), Math.random() * SPREAD)
    calm ??= setTimeout(() => {
      arrived()
      tell(otherwise())
    }, CALM)
  }
  const synced = (now: boolean) => {
    if (now) arrived()
  }
  provider.on('connection-close', closed)
  provider.on('sync', synced)
  return {
    state: () => (calm === undefined ? otherwise() : 'moving'),
    stop: () => {
      clearTimeout(coming)
      arrived()
      provider.off('connection-close', closed)
      provider.off('sync', synced)
    },
  }
}

import { StoreUnavailable } from './store.ts'

/** So many may wait for their turn; more would only wait longer than anybody does. */
const WAITING_MAX = 2000
/** Nobody is kept waiting for a turn longer than this, in ms, however slow those before were: they are told, and may ask again. */
const TURN_MAX = 10_000

/** Work of one name runs one after the other, in the order of asking; work of different names at the same time. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()
  private waiting = 0

  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.waiting >= WAITING_MAX) return Promise.reject(new StoreUnavailable('too many wait already'))
    this.waiting++
    const asked = performance.now()
    const turn = (this.last.get(name) ?? Promise.resolve()).then(() => {
      if (performance.now() - asked > TURN_MAX) throw new StoreUnavailable('those before took too long')
      return work()
    })
    const over = () => {
      this.waiting--
      if (this.last.get(name) === after) this.last.delete(name)
    }
    const after: Promise<unknown> = turn.then(over, over)
    this.last.set(name, after)
    return turn
  }

  /** Resolves when all that was asked until now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.last.values())
  }
}

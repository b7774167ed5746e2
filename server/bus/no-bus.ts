import { randomUUID } from 'node:crypto'
import type { Bus } from './bus.ts'

/** Where nothing carries news between nodes: each finds it in the store, a moment later. */
export const createNoBus = (): Bus => ({
  node: randomUUID(),
  state: () => 'away',
  // It never had anything to tell it by.
  untold: () => 0,
  tell: () => {},
  join: () => {},
  leave: () => {},
  listen: () => {},
  close: async () => {},
})

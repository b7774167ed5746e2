import { randomUUID } from 'node:crypto'
import type { Bus, Hearer, News } from './bus.ts'

type Member = { node: string; hearer: Hearer | null; sessions: Set<string> }

/** Brings a piece of news over; another way to do so may lose it, keep it for later or bring it twice. */
export type Deliver = (bring: () => void) => void

/** Nodes in one process. `join` gives each its bus; `kill` takes one away as a fault does. */
export function createHub(deliver: Deliver = setImmediate): { join(): Bus; kill(bus: Bus): void } {
  const members = new Map<string, Member>()
  const remove = (node: string) => {
    if (!members.delete(node)) return
    for (const { hearer } of members.values()) hearer?.lost(node)
  }
  const join = (): Bus => {
    const self: Member = { node: randomUUID(), hearer: null, sessions: new Set() }
    members.set(self.node, self)
    return {
      node: self.node,
      state: () => 'connected',
      untold: () => 0,
      tell(session: string, news: News) {
        for (const other of members.values())
          if (other !== self && members.has(self.node) && other.sessions.has(session))
            deliver(() => {
              if (members.get(other.node) === other && other.sessions.has(session))
                other.hearer?.hear(session, self.node, news)
            })
      },
      join(session) {
        self.sessions.add(session)
        self.hearer?.joined([session])
      },
      leave: session => void self.sessions.delete(session),
      listen(hearer) {
        self.hearer = hearer
      },
      close: async () => remove(self.node),
    }
  }
  return { join, kill: bus => remove(bus.node) }
}

/** The bus of a server that is alone. */
export const createLoneBus = (): Bus => ({ ...createHub().join(), state: () => 'alone', join: () => {} })

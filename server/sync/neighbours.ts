import type { Bus, News } from '#server/bus/bus.ts'
import type { Log } from '#server/log.ts'
import type { Glance, Store } from '#server/store/store.ts'
import type { Audience } from './audience.ts'
import { Latest } from './latest.ts'
import type { Open } from './seat.ts'

/** How often, in ms, the store is looked in for what other nodes did: while they are heard, and while they are not. */
const LOOK_EVERY = { connected: 10_000, away: 1000 }

type Ports = {
  bus: Bus
  store: Pick<Store, 'glance'>
  log: Log
  audience: Audience
  /** What is open on this node, and what of one session. */
  open(): Iterable<Open>
  /** `LOOK_EVERY` when absent. */
  lookEvery?: { connected: number; away: number }
}

/**
 * What this node hears from others, and tells them. What they tell is quick and may be lost; how things stand is in the store, and is looked up
 * there from time to time.
 */
export class Neighbours {
  private readonly ports: Ports
  private readonly sessions = new Map<string, Latest>()
  private readonly every: { connected: number; away: number }
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  constructor(ports: Ports) {
    this.ports = ports
    this.every = ports.lookEvery ?? LOOK_EVERY
    ports.bus.listen({
      hear: (session, node, news) => this.hear(session, node, news),
      joined: sessions => void this.joined(sessions),
      lost: node => this.lost(node),
    })
    this.lookLater()
  }

  alone(): boolean {
    return this.ports.bus.state() === 'alone'
  }

  /** A document of the session is open here. */
  follow(session: string): void {
    if (this.sessions.has(session)) return
    this.sessions.set(session, new Latest(() => this.lookAt([session])))
    this.ports.bus.join(session)
  }

  unfollow(session: string): void {
    if (this.sessions.delete(session)) this.ports.bus.leave(session)
  }

  tell(session: string, news: News): void {
    if (!this.alone()) this.ports.bus.tell(session, news)
  }

  /** Looks up how a session stands. Resolves when who may do what is as it is in the store. Never rejects. */
  async check(session: string): Promise<void> {
    await this.sessions.get(session)?.ask()
  }

  stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    return this.ports.bus.close()
  }

  private hear(session: string, node: string, news: News): void {
    const { audience } = this.ports
    if (!this.sessions.has(session)) return
    switch (news.type) {
      case 'updates':
        this.of(session, news.document)?.room.hear(news)
        break
      case 'presence':
        this.of(session, news.document)?.presence.hear(node, news.shown)
        break
      case 'here':
        audience.toldHere(session, node, news.people)
        break
      case 'wanted':
        audience.sayHere(session)
        for (const { name, presence } of this.ports.open()) if (name.session === session) presence.tellAll()
        break
      case 'changed':
        // Also what the gate doesn't go by may be new for people, so that it isn't asked by the epoch.
        void audience.announce(session)
        void this.check(session)
    }
  }

  private of(session: string, document: string): Open | undefined {
    for (const open of this.ports.open())
      if (open.name.session === session && open.name.document === document) return open
    return undefined
  }

  private async joined(sessions: readonly string[]): Promise<void> {
    for (const session of sessions) {
      this.tell(session, { type: 'wanted' })
      this.ports.audience.sayHere(session)
    }
    for (const open of this.ports.open()) if (sessions.includes(open.name.session)) open.presence.tellAll()
    await this.lookAt(sessions)
  }

  private lost(node: string): void {
    this.ports.audience.lost(node)
    for (const { presence } of this.ports.open()) presence.lost(node)
  }

  private lookLater(): void {
    if (this.stopped || this.alone()) return
    const state = this.ports.bus.state()
    this.timer = setTimeout(
      async () => {
        await this.lookAt([...this.sessions.keys()])
        this.lookLater()
      },
      state === 'connected' ? this.every.connected : this.every.away,
    )
    this.timer.unref()
  }

  private async lookAt(sessions: readonly string[]): Promise<void> {
    if (sessions.length === 0) return
    try {
      const found = await this.ports.store.glance(sessions)
      await Promise.all(sessions.map(session => this.compare(session, found.get(session))))
    } catch (error) {
      this.ports.log('warn', 'what other nodes did could not be looked up', { error })
    }
  }

  private async compare(session: string, glance: Glance | undefined): Promise<void> {
    const { audience } = this.ports
    for (const { name, room } of this.ports.open()) {
      if (name.session !== session) continue
      const { life, last, frozen } = room.known
      const head = glance?.documents.get(name.document)
      // A place before the one that is known was looked up before this node wrote.
      const differs = head ? head.life !== life || head.last > last || head.frozen !== frozen : last > 0
      if (differs) room.look()
    }
    if (!glance || glance.epoch <= audience.epoch(session)) return
    await audience.refresh(session)
    // Not waited for: views take their time, and the gate knows by now.
    void audience.show(session)
  }
}

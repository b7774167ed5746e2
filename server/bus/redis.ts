import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import type { Log } from '#server/log.ts'
import { ALIVE_EVERY, Alive } from './alive.ts'
import type { Bus, Hearer, News } from './bus.ts'
import { decodeNews, encodeNews } from './news-codec.ts'

/** How often, in ms, Redis is asked whether it is there, and after how long without an answer the line counts as broken. */
const PING_EVERY = 1500
const ANSWER_WITHIN = 4000
/** How long until it is tried again, in ms: at first, more each time, and at the most. */
const RETRY = { first: 50, each: 150, most: 1000 }
/** So many pieces of news may wait to be sent; more are lost, and found in the store. */
const WAITING_MAX = 5000

type RedisPorts = {
  url: string
  /** What all nodes of this installation share and no other has: others may use the same Redis. */
  installation: string
  log: Log
}

/**
 * News over Redis' publish and subscribe: nothing is kept there. Starts whether Redis is there or not, and goes on looking for it.
 */
export function createRedisBus(ports: RedisPorts): Bus {
  return new RedisBus(ports)
}

const clientOf = (url: string, keepsWaiting: boolean) =>
  createClient({
    url,
    pingInterval: PING_EVERY,
    commandsQueueMaxLength: WAITING_MAX,
    disableOfflineQueue: !keepsWaiting,
    socket: {
      connectTimeout: ANSWER_WITHIN,
      socketTimeout: ANSWER_WITHIN,
      reconnectStrategy: tries => Math.min(RETRY.first + tries * RETRY.each, RETRY.most),
    },
  })

class RedisBus implements Bus {
  readonly node = randomUUID()
  private readonly start: string
  private readonly nodes: string
  private readonly sessions = new Set<string>()
  private readonly log: Log
  private readonly speaker: ReturnType<typeof clientOf>
  private readonly listener: ReturnType<typeof clientOf>
  private readonly alive = new Alive(other => this.hearer?.lost(other))
  private readonly timer: NodeJS.Timeout
  private hearer: Hearer | null = null
  private lost = 0
  private wasReady = false
  private closed = false

  constructor({ url, installation, log }: RedisPorts) {
    this.start = `mozaiekbord:${installation}:session:`
    this.nodes = `mozaiekbord:${installation}:nodes`
    this.log = log
    this.speaker = clientOf(url, false)
    this.listener = clientOf(url, true)
    for (const client of [this.speaker, this.listener])
      for (const event of ['ready', 'error', 'end'] as const) client.on(event, () => this.note())
    // What was subscribed to before is again by then; what failed meanwhile is not.
    this.listener.on('ready', () => this.passing(this.subscribe([...this.sessions])))
    this.speaker.on('ready', () => this.sayHere())
    for (const client of [this.speaker, this.listener]) this.passing(client.connect())
    this.passing(this.listener.subscribe(this.nodes, message => this.hearNode(message), true))
    this.timer = setInterval(() => {
      if (this.ready()) this.sayHere()
      this.alive.check(performance.now())
    }, ALIVE_EVERY)
    this.timer.unref()
  }

  state(): 'connected' | 'away' {
    return this.ready() ? 'connected' : 'away'
  }

  untold(): number {
    return this.lost
  }

  tell(session: string, news: News): void {
    this.publish(this.start + session, encodeNews(this.node, news)).catch(() => {
      this.lost++
    })
  }

  join(session: string): void {
    this.sessions.add(session)
    if (this.listener.isReady) this.passing(this.subscribe([session]))
  }

  leave(session: string): void {
    this.sessions.delete(session)
    if (this.listener.isReady)
      this.passing(this.listener.unsubscribe(this.start + session, this.hearSession, true))
  }

  listen(hearer: Hearer): void {
    this.hearer = hearer
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.timer)
    if (this.speaker.isReady) await this.speaker.publish(this.nodes, `gone ${this.node}`).catch(() => {})
    for (const client of [this.speaker, this.listener]) client.destroy()
  }

  private ready(): boolean {
    return this.speaker.isReady && this.listener.isReady
  }

  private note(): void {
    if (this.closed || this.wasReady === this.ready()) return
    this.wasReady = this.ready()
    if (this.wasReady) this.log('info', 'redis is there')
    else this.log('warn', 'redis is away: what other nodes do is looked up in the database')
  }

  private publish(channel: string, bytes: Uint8Array): Promise<unknown> {
    if (!this.speaker.isReady) return Promise.reject(new Error('redis is away'))
    const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return this.speaker.publish(channel, message)
  }

  private sayHere(): void {
    this.passing(this.publish(this.nodes, Buffer.from(`here ${this.node}`)))
  }

  private hearNode(message: Buffer): void {
    const [what, other = ''] = message.toString().split(' ')
    if (other === this.node) return
    if (what === 'gone') this.alive.gone(other)
    else this.alive.heard(other, performance.now())
  }

  private readonly hearSession = (message: Buffer, channel: Buffer): void => {
    const told = decodeNews(message)
    if (!told || told.node === this.node) return
    this.alive.heard(told.node, performance.now())
    const session = channel.toString().slice(this.start.length)
    if (this.sessions.has(session)) this.hearer?.hear(session, told.node, told.news)
  }

  private async subscribe(sessions: readonly string[]): Promise<void> {
    if (sessions.length === 0) return
    const channels = sessions.map(session => this.start + session)
    await this.listener.subscribe(channels, this.hearSession, true)
    this.hearer?.joined(sessions.filter(session => this.sessions.has(session)))
  }

  /** What fails for Redis is away is asked again as soon as it is there. */
  private passing(asked: Promise<unknown>): void {
    asked.catch(error => this.log('debug', 'redis did not answer', { error }))
  }
}

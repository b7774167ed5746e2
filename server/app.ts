import { randomBytes, webcrypto } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as passed } from 'node:timers/promises'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { isVoting } from '#lib/domain/phase.ts'
import { openIn, stepAt } from '#lib/domain/programme.ts'
import { KEPT_DAYS } from '#lib/domain/retention.ts'
import { rightsIn } from '#lib/domain/step-rights.ts'
import type { Bus } from './bus/bus.ts'
import { Declined } from './example/person.ts'
import { playExample } from './example/play.ts'
import { addressOf } from './http/address.ts'
import { ownToken } from './http/beginning.ts'
import { answerWith } from './http/listener.ts'
import { oddRequest } from './http/odd-requests.ts'
import { createOperations, operationPaths } from './http/operations.ts'
import { problem } from './http/problem.ts'
import { createRouter } from './http/router.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import { createUpgrade } from './http/upgrade.ts'
import { type Limits, usualLimits } from './limits.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Provider } from './oidc/provider.ts'
import { type Documents, Refused } from './session/context.ts'
import { createPostman } from './session/letters.ts'
import { createExecute } from './session/session.ts'
import { sweep } from './session/sweeping.ts'
import { viewsFor } from './session/view.ts'
import { shared } from './shared.ts'
import { compose } from './statement/compose.ts'
import { createPapers, type Papers } from './statement/papers.ts'
import type { SealKey } from './statement/seal-key.ts'
import { DocumentFrozen, type Store } from './store/store.ts'
import type { Roster } from './sync/audience.ts'
import { contents } from './sync/contents.ts'
import type { Meter } from './sync/meter.ts'
import { createRooms } from './sync/rooms.ts'
import type { Rooms } from './sync/rooms-ports.ts'
import { tracedCommands, tracedMeter } from './tracing/traced.ts'
import { silentTracer, type Tracer } from './tracing/tracer.ts'

/** The pages, and the sockets that they need themselves (hot reload). */
export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** False when the socket isn't theirs. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}
export type App = {
  server: Server
  /**
   * Says at `/readyz` that it takes nobody in any more; `notice` ms later sends everybody to the next process, finishes what it answers,
   * for at most `answers` ms more, and ends with everything durable.
   */
  stop(times: StopTimes): Promise<void>
}
export type StopTimes = { notice: number; answers: number }

/** How long, in ms, who asks whether the store answers waits for that: a load balancer must hear it. */
const PROBE_MAX = 3000

/** Wires the store, the rooms, the rules and the API into one server. `pages` is null for the API and sockets alone. */
export async function createApp(ports: {
  store: Store
  log: Log
  seal: SealKey
  /** Where people reach us; null: by whatever address leads here. */
  publicUrl: string | null
  dev: boolean
  pages: Pages | null
  /** Absent or null where the operator gave no mail server. */
  mailer?: Mailer | null
  metricsToken: string | null
  sessionsPerHour: number
  /** Proxies that are believed whom they had before them; this machine's alone when absent. */
  proxies?: BlockList
  /** The usual ones when absent. */
  limits?: Limits
  /** How many days a session is kept where nobody chose otherwise. */
  keptDays?: number
  /** What one must know to begin a session here; everybody may when absent or null. */
  createKey?: string | null
  /** What people sign in with who begin a session here; they need not when absent or null. */
  provider?: Provider | null
  /** What tells of what was done, and how long it took; nobody is told when absent. */
  tracer?: Tracer
  /** To the other nodes over the same store; there are none when absent. */
  bus?: Bus
  /** Whether what has had its time is deleted; it is when absent. */
  sweeps?: boolean
}): Promise<App> {
  const { createKey = null, provider = null, tracer = silentTracer } = ports
  const { store, log, publicUrl, pages, limits = usualLimits, keptDays = KEPT_DAYS } = ports
  const key = await store.installation('token-key', async () => randomBytes(32).toString('base64url'))
  // A letter holds a link, which must lead here from anywhere.
  const post = postOf(ports, session => rooms.announce(session))
  const mail = post !== null
  const nodes = () => ports.bus?.state() ?? 'alone'
  const untold = () => ports.bus?.untold() ?? 0
  const metrics = createMetrics(() => rooms.census(), store.usage, { state: nodes, untold })
  const rooms = createRooms({
    store,
    log,
    roster: rosterOf(store, { publicUrl, mail, keptDays }),
    meter: tracedMeter(metrics.meter, tracer),
    sizeMax: limits.document,
    ...(ports.bus && { bus: ports.bus }),
  })
  const announce = (session: string) => rooms.announce(session)
  const { sections } = statementTemplate
  const now = () => Date.now()
  const documents = documentsOf(rooms, store, log, metrics.meter)
  const rules = createExecute({
    store,
    documents,
    announce,
    scrub: session => scrubbed(store, log, session),
    now,
    compose,
    sections,
    ...(post && { post }),
    limits,
  })
  const execute = tracedCommands(rules, tracer)
  const subtle = webcrypto.subtle as SubtleCrypto
  const playHere = () => {
    // The example is played from outside, like everybody: over this server's own port.
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}`
    const token = ownToken({ createKey, provider, keys: key, now })
    const place = { url, origin: publicUrl ?? url, ...(token && { createToken: token }) }
    return playExample({ ...place, until: 'decide' }).catch(error => {
      const code = error instanceof Declined && error.code
      throw code === 'too-many-sessions' || code === 'installation-full' ? new Refused(code) : error
    })
  }
  const joining = { store, announce, now, key, publicUrl, limits }
  const papers = createPapers({ key: ports.seal, now })
  const here = (session: string) => rooms.here(session)
  const { readBoard } = contents
  const api = createRouter({
    ...joining,
    execute,
    subtle,
    papers,
    readBoard,
    reading: contents,
    log,
    here,
    mail,
    keptDays,
    createKey,
    provider,
    playExample: playHere,
    sessionsPerHour: ports.sessionsPerHour,
  })
  const upgrade = createUpgrade({ rooms, key, publicUrl })
  const probe = shared(store.probe, PROBE_MAX)
  let stopping = false
  const ready = async () => {
    if (stopping) return false
    await probe()
    return true
  }
  const operations = createOperations({ ready, nodes, metrics, metricsToken: ports.metricsToken })

  const answer = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0] ?? '/'
    const odd = oddRequest(request, pages !== null && !path.startsWith('/api/') && !ports.dev)
    if (odd) return answerWith(() => problem(odd), request, response)
    if (operationPaths.includes(path)) return answerWith(operations.fetch, request, response)
    if (path.startsWith('/api/') || !pages) {
      const forwarded = request.headers['x-forwarded-for']
      const asked = {
        address: addressOf(request.socket.remoteAddress, String(forwarded ?? ''), ports.proxies),
      }
      return answerWith(web => api.fetch(web, asked), request, response)
    }
    return pages.handle(request, response)
  }
  const server = createServer((request, response) => {
    setSecurityHeaders(request, response, ports)
    measured(request, response, metrics)
    const failed = (error: unknown) => {
      log('error', 'an answer failed', { error })
      response.destroy()
    }
    tracer.request(request, response, () => void answer(request, response).catch(failed))
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/sync/')) upgrade(request, socket, head)
    else if (!pages?.upgrade(request, socket, head)) socket.destroy()
  })
  const { wipe } = documents
  const sweeping = () => sweep({ store, wipe, log, now, keptDays })
  const endSweeping = ports.sweeps === false ? () => {} : everyHour(sweeping, log)
  const stop = async ({ notice, answers }: StopTimes) => {
    stopping = true
    endSweeping()
    await passed(notice)
    await shutDown({ server, rooms, papers, store }, answers)
    await tracer.stop()
  }
  return { server, stop }
}

/** Tells how long an answer took, but for what operators' tools ask time and again. */
function measured(request: IncomingMessage, response: ServerResponse, metrics: Metrics): void {
  const path = request.url?.split('?')[0] ?? '/'
  if (operationPaths.includes(path)) return
  const began = performance.now()
  response.once('finish', () => {
    const seconds = (performance.now() - began) / 1000
    metrics.answered(!path.startsWith('/api/'), response.statusCode, seconds)
  })
}

/** Does something now and every hour, and gives the way to end that. What goes wrong is told, and no reason to do it no more. */
function everyHour(work: () => Promise<void>, log: Log): () => void {
  const attempt = () =>
    void work().catch(error => log('error', 'what is done every hour was not done', { error }))
  attempt()
  const timer = setInterval(attempt, 60 * 60 * 1000).unref()
  return () => clearInterval(timer)
}

/** What mails letters; null where there is no mail server, or no address that links may lead to. */
function postOf(
  {
    store,
    log,
    mailer,
    publicUrl,
  }: Pick<Parameters<typeof createApp>[0], 'store' | 'log' | 'mailer' | 'publicUrl'>,
  announce: (session: string) => Promise<void>,
) {
  if (!mailer || publicUrl === null) return null
  const failed = (session: string, error: unknown) =>
    log('warn', 'a letter was not mailed', { session, error })
  return createPostman({ store, announce, send: mailer, publicUrl, failed })
}

function rosterOf(store: Store, seen: { publicUrl: string | null; mail: boolean; keptDays: number }): Roster {
  return {
    read: session =>
      store.transaction(session, async tx => {
        const record = await tx.session()
        if (!record) return null
        const { phase, desks } = record
        const programme = await tx.programme()
        const { leading, preparation, hosted, tables } = await tx.room()
        const step = programme && stepAt(programme)
        const people = await tx.participants()
        return {
          phase,
          desks,
          voting: isVoting(await tx.ballots()),
          held: leading.held,
          preparing: preparation?.open ?? false,
          open: openIn(step, phase),
          rights: rightsIn(step, phase, { tables, people, hosted }),
          hosted,
          partners: await tx.partners(),
          people,
          epoch: await tx.epoch(),
        }
      }),
    viewsFor: (session, participants, here) =>
      store.transaction(session, tx => viewsFor(tx, participants, { ...seen, now: Date.now(), here })),
  }
}

function documentsOf(rooms: Rooms, store: Store, log: Log, meter: Meter): Documents {
  const clear = async (session: string) => {
    await rooms.clearDesks(session)
    await scrubbed(store, log, session)
  }
  return {
    async freeze(name, work) {
      try {
        return await rooms.freeze(name, work)
      } catch (error) {
        // Fixed before: the command finds the first freeze's hash.
        if (error instanceof DocumentFrozen) return work()
        throw error
      }
    },
    async reopen(name, work) {
      const done = await work()
      await rooms.unload(name)
      return done
    },
    write: (names, work) => rooms.write(names, work),
    renew: session => rooms.renew(session),
    damaged(name, count) {
      meter.damaged(count)
      log('error', 'updates had changed on the disk and were passed over', { ...name, count })
    },
    async wipe(session, work) {
      const done = await rooms.wipe(session, work)
      await clear(session)
      return done
    },
    clearDesks: clear,
    ...contents,
  }
}

/** The next start does it as well. */
async function scrubbed(store: Store, log: Log, session: string): Promise<void> {
  await store
    .scrub()
    .catch(error => log('error', 'what was deleted may linger in a file', { session, error }))
}

async function shutDown(
  parts: { server: Server; rooms: Rooms; papers: Papers; store: Store },
  answers: number,
): Promise<void> {
  const { server, rooms, papers, store } = parts
  const closed = new Promise<void>(done => server.close(() => done()))
  // A browser keeps its connection after an answer, and nothing more will come over it.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  await rooms.drain()
  await Promise.race([closed, passed(answers, null, { ref: false })])
  clearInterval(idle)
  server.closeAllConnections()
  await papers.stop()
  await store.close()
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Bus } from './bus/bus.ts'
import { shared } from './shared.ts'
import type { Usage } from './store/store.ts'
import type { Meter } from './sync/meter.ts'
import type { Census } from './sync/rooms-ports.ts'

export type Metrics = {
  meter: Meter
  /** An answer was given, `seconds` after it was asked for. `page`: of the pages, else of the API. */
  answered(page: boolean, status: number, seconds: number): void
  contentType: string
  /** Everything counted so far, in the text format of Prometheus. */
  text(): Promise<string>
}

/** How long, in ms, figures wait for those of the database: who asks for them gives up after some seconds. */
const USAGE_MAX = 3000

/**
 * Counts what an operator wants to see. No label carries a session, a person or a word that somebody wrote. `census`, `usage` and
 * `nodes` are asked when the figures are.
 */
export function createMetrics(
  census: () => Census,
  usage: () => Promise<Usage>,
  nodes: Pick<Bus, 'state' | 'untold'>,
): Metrics {
  const register = new Registry()
  // Ten times a second is enough to see a loop that is late; the usual hundred would be half of what a quiet server does.
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 100 })
  const registers = [register]
  const refusals = new Counter({
    name: 'mozaiekbord_refusals_total',
    help: 'Updates that the gate refused, by the code of the rule.',
    labelNames: ['code'],
    registers,
  })
  const updates = new Counter({
    name: 'mozaiekbord_updates_total',
    help: 'Updates made durable and shown.',
    registers,
  })
  const damaged = new Counter({
    name: 'mozaiekbord_damaged_updates_total',
    help: 'Updates in the log that the disk had changed; they are kept in the table quarantine.',
    registers,
  })
  const gauge = gaugesIn(registers)
  const { missed, outdated } = nodeFigures(registers, nodes)
  const step = new Histogram({
    name: 'mozaiekbord_step_seconds',
    help: 'Time from judging a step of updates until it is durable and shown.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  })
  const answers = new Histogram({
    name: 'mozaiekbord_http_seconds',
    help: 'Time from a request until its answer was sent, by what it was for and the hundreds of its status.',
    labelNames: ['what', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10],
    registers,
  })
  gauge('mozaiekbord_rooms', 'Documents in memory.', () => census().rooms)
  gauge(
    'mozaiekbord_sessions',
    'Sessions in memory, of which somebody has a document open.',
    () => census().sessions,
  )
  gauge('mozaiekbord_connections', 'Open sockets.', () => census().connections)
  const unsent = 'Bytes that wait for the reader who is furthest behind.'
  gauge('mozaiekbord_unsent_bytes', unsent, () => census().unsent)
  const lag = 'How long the oldest update that is not durable yet has waited for the disk.'
  gauge('mozaiekbord_log_lag_seconds', lag, () => census().logLag)

  const kept = told(shared(usage, USAGE_MAX))
  gauge('mozaiekbord_kept_sessions', 'Sessions that are kept.', async () => (await kept()).sessions)
  gauge('mozaiekbord_storage_bytes', 'What lies in the database.', async () => (await kept()).bytes)
  const most = 'What may lie in the database (STORAGE_MAX_MB); 0 where only the disk bounds it.'
  gauge('mozaiekbord_storage_max_bytes', most, async () => (await kept()).most ?? 0)

  const steps = new Steps((count, seconds) => {
    updates.inc(count)
    for (const each of seconds) step.observe(each)
  })
  return {
    meter: {
      damaged: updates => damaged.inc(updates),
      missed: count => missed.inc(count),
      outdated: () => outdated.inc(),
      refused: code => refusals.inc({ code }),
      stepped: (count, seconds) => steps.add(count, seconds),
    },
    answered: (page, status, seconds) =>
      answers.observe({ what: page ? 'page' : 'api', status: `${Math.floor(status / 100)}xx` }, seconds),
    contentType: register.contentType,
    text: () => {
      steps.count()
      return register.metrics()
    },
  }
}

/** So many steps are counted together at most. */
const STEPS_MAX = 100

/** Steps that are still to be counted: each by itself would take as long as ten together, while people wait for the next. */
class Steps {
  private readonly tell: (updates: number, seconds: readonly number[]) => void
  private updates = 0
  private seconds: number[] = []

  constructor(tell: (updates: number, seconds: readonly number[]) => void) {
    this.tell = tell
  }

  add(updates: number, seconds: number): void {
    this.updates += updates
    if (this.seconds.push(seconds) >= STEPS_MAX) this.count()
  }

  count(): void {
    const [updates, seconds] = [this.updates, this.seconds]
    this.updates = 0
    this.seconds = []
    this.tell(updates, seconds)
  }
}

type Read = () => number | Promise<number>

/** Makes figures that are read when they are asked for. */
const gaugesIn = (registers: Registry[]) => (name: string, help: string, read: Read) => {
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      this.set(await read())
    },
  })
}

/** Whether several nodes hear each other, and what they cost each other. */
function nodeFigures(
  registers: Registry[],
  nodes: Pick<Bus, 'state' | 'untold'>,
): { missed: Counter; outdated: Counter } {
  const heard =
    'Whether what other nodes do is heard at once (1) or looked up in the database (0); 1 where there are none.'
  gaugesIn(registers)('mozaiekbord_nodes_heard', heard, () => (nodes.state() === 'away' ? 0 : 1))
  const missed = new Counter({
    name: 'mozaiekbord_caught_up_updates_total',
    help: 'Updates of other nodes that were read from the log, for they had not been told, or not yet.',
    registers,
  })
  const outdated = new Counter({
    name: 'mozaiekbord_judged_again_total',
    help: 'Steps that were not taken since the session was changed after they were judged.',
    registers,
  })
  new Counter({
    name: 'mozaiekbord_untold_news_total',
    help: 'News for other nodes that Redis did not take; they find it in the database.',
    registers,
    collect() {
      this.reset()
      this.inc(nodes.untold())
    },
  })
  return { missed, outdated }
}

const unknown: Usage = { sessions: Number.NaN, bytes: Number.NaN, most: null }
/** Where it can't be told, or not soon, that is no reason to tell nothing else. */
const told = (usage: () => Promise<Usage>) => () => usage().catch(() => unknown)

import type { Meter } from './measure.ts'
import type { Run, ScaleReport, Step } from './run.ts'

/** What one thing takes: seconds of a core on nodes, on PostgreSQL and on Redis; bytes of PostgreSQL's log, and through Redis. */
export type Cost = { nodes: number; postgres: number; redis: number; wal: number; redisBytes: number }

/** What a kick-off asks, on average over all that are going on: our assumptions, not measured. */
export const ASSUMED = {
  /** People in a session, and those who write or point at something in a part where people write. */
  people: 30,
  active: 6,
  /** Edits and moves a second of one of those. */
  edits: 4,
  moves: 10,
  /** Of sessions that go on at one moment: those that are in such a part. */
  writing: 1 / 3,
  /** To what share a core is to be used, so that peaks fit in. */
  full: 0.5,
  /** Euros a month of a core with 4 GB, and of 1 TB of traffic. Put your own prices here. */
  core: 15,
  terabyte: 5,
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
const costOf = ({ nodes, postgres, redis, walBytes, redisBytes }: Meter): Cost => ({
  ...{ nodes: sum(nodes), postgres, redis, wal: walBytes, redisBytes },
})
const combined = (a: Cost, b: Cost, how: (a: number, b: number) => number): Cost => ({
  nodes: how(a.nodes, b.nodes),
  postgres: how(a.postgres, b.postgres),
  redis: how(a.redis, b.redis),
  wal: how(a.wal, b.wal),
  redisBytes: how(a.redisBytes, b.redisBytes),
})

/** The steps that went well. */
export const wellDone = (run: Run, { late }: ScaleReport): Step[] =>
  run.steps.filter(({ p95, shown, offered }) => p95 <= late && shown >= 0.95 * offered)

/** What one edit takes more, between the lowest and the highest step of which everybody was shown all. */
export function editCost(run: Run): Cost {
  const whole = run.steps.filter(({ shown, offered }) => shown >= 0.95 * offered)
  const [low, high] = [whole[0] ?? run.steps[0], whole.at(-1) ?? run.steps.at(-1)] as [Step, Step]
  const more = high.offered - low.offered || high.offered
  const base = low === high ? costOf({ ...low.used, nodes: [], postgres: 0, redis: 0 }) : costOf(low.used)
  return combined(costOf(high.used), base, (a, b) => Math.max(0, a - b) / more)
}

export const moveCost = ({ moving }: Run): Cost =>
  combined(costOf(moving.used), costOf(moving.used), a => a / moving.offered)

export type Plan = {
  sessions: number
  connections: number
  edits: number
  moves: number
  cores: Cost
  nodes: number
  memory: number
  egress: number
  money: number
}

/** Bytes of one edit or move on its way to one person, with what TLS and TCP add. */
const SHOWN_BYTES = 160

/** So many sessions at one moment, each with all its people on one node, by what was measured on one. */
export function planFor(sessions: number, report: ScaleReport): Plan {
  const [one] = report.runs as [Run]
  const [edit, move] = [editCost(one), moveCost(one)]
  const { people, active, writing, full, core, terabyte } = ASSUMED
  const busy = sessions * writing * active
  const [edits, moves] = [busy * ASSUMED.edits, busy * ASSUMED.moves]
  const cores = combined(edit, move, (a, b) => a * edits + b * moves)
  // One event loop is one core; one node more than are needed, so that any may go.
  const nodes = Math.ceil(cores.nodes / full) + 1
  const connections = sessions * people
  const perConnection = (one.memory.seated - one.memory.empty) / one.connections
  const memory = nodes * one.memory.empty + connections * perConnection
  // An edit goes to each of the others by itself; moves are bundled, to some five frames a second each.
  const egress = (edits * people + connections * writing * 5) * SHOWN_BYTES
  const month = egress * 3600 * 8 * 21
  const machines = nodes + Math.ceil(cores.postgres / full) * 2 + Math.ceil(cores.redis / full) * 2
  const money = machines * core + (month / 1e12) * terabyte
  return { sessions, connections, edits, moves, cores, nodes, memory, egress, money }
}

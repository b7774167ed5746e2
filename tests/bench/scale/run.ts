/**
 * One, two and three nodes on this machine, over one PostgreSQL that waits for its disk and one Redis: how many edits a second are shown to
 * everybody, how quickly, and what that takes of whom. Writes docs/benchmarks-scale.json and docs/scale.md. `STEP_SECONDS`, `SESSIONS`: shorter.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { eachInTheirOwnTime, Writer } from '../load.ts'
import { machine } from '../machine.ts'
import { type Latency, Probe } from '../probe.ts'
import type { Seat } from '../seat.ts'
import { seatHall } from './hall.ts'
import { type Meter, metersOf, perSecond } from './measure.ts'
import { scalePage } from './page.ts'

const SECONDS = Number(process.env.STEP_SECONDS ?? 6)
const SESSIONS = Number(process.env.SESSIONS ?? 12)
export const PEOPLE = 30
/** How many of them write, and move, at a time. */
const WRITERS = 12
const WARM_UP = 2
/** Edits a second of one writer, step by step, until it is too much. */
const RATES = [0.5, 2, 8, 16, 32, 64]
const MOVES = 10
/** An edit that takes longer with one in twenty is too late, in ms; or fewer than these are shown in time. */
const LATE = 250
const SHOWN = 0.95

/** One step of a load. `offered` and `shown`: edits (or moves) a second, and how many of them everybody was shown. */
export type Step = Latency & { offered: number; shown: number; used: Meter }
export type Run = {
  nodes: number
  /** Of all nodes together, in MB: without people, and with all of them seated. */
  memory: { empty: number; seated: number }
  connections: number
  steps: Step[]
  moving: Step
}
export type ScaleReport = {
  at: string
  machine: ReturnType<typeof machine>
  sessions: number
  people: number
  writers: number
  late: number
  /** How busy the machine was before it began, as `uptime` tells it. */
  load: number
  runs: Run[]
}

const passed = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const memoryOf = (cluster: Cluster) => cluster.nodes.reduce((sum, node) => sum + node.memory(), 0)

async function measured(
  cluster: Cluster,
  halls: readonly (readonly Seat[])[],
  load: (probe: Probe) => () => void,
): Promise<Step> {
  const probe = new Probe()
  // One reader at each node of each session looks; the others take their frames in.
  const watching = halls.flatMap(seats => seats.slice(-cluster.nodes.length))
  for (const seat of halls.flat()) seat.listen(() => {})
  for (const seat of watching) seat.listen(frame => probe.read(frame))
  const meters = await metersOf(cluster)
  const stop = load(probe)
  await passed(WARM_UP * 1000)
  const [before, at] = [await meters.read(), performance.now()]
  probe.start()
  await passed(SECONDS * 1000)
  const seconds = (performance.now() - at) / 1000
  const sent = probe.lastCall()
  const after = await meters.read()
  await passed(500)
  stop()
  const latency = probe.stop()
  await meters.close()
  const audience = watching.length / halls.length
  const used = perSecond(before, after, seconds)
  const offered = sent / seconds
  return { ...latency, offered, shown: (latency.seen / (sent * audience)) * offered, used }
}

const typingAt = (hands: readonly Writer[], rate: number) => (probe: Probe) =>
  eachInTheirOwnTime(hands.length, rate, index => hands[index]?.type(probe.mark()))

function movingOf(halls: readonly (readonly Seat[])[]) {
  const seats = halls.flatMap(each => each.slice(0, WRITERS))
  const clocks = seats.map(() => 0)
  return (probe: Probe) =>
    eachInTheirOwnTime(seats.length, MOVES, index => {
      const clock = (clocks[index] ?? 0) + 1
      clocks[index] = clock
      const cursor = { x: (clock * 31) % 1920, y: (clock * 17) % 1080 }
      seats[index]?.presence(1_000_000 + index * 7919, clock, { cursor, at: probe.mark() })
    })
}

async function run(nodes: number): Promise<Run> {
  const cluster = await startCluster({ nodes, postgres: { fsync: 'on' }, settings: { LOG_LEVEL: 'error' } })
  try {
    const empty = memoryOf(cluster)
    const halls = await seatHall(cluster, SESSIONS, PEOPLE)
    const memory = { empty: Math.round(empty), seated: Math.round(memoryOf(cluster)) }
    const hands = halls.flatMap(seats => seats.slice(0, WRITERS).map(seat => new Writer(seat)))
    const moving = await measured(cluster, halls, movingOf(halls))
    const steps: Step[] = []
    for (const rate of RATES) {
      const step = await measured(cluster, halls, typingAt(hands, rate))
      steps.push(step)
      const { offered, shown, p95, used } = step
      console.log(
        `${nodes} nodes, ${offered.toFixed(0)} edits/s: ${((shown / offered) * 100).toFixed(0)} % shown, p95 ${p95.toFixed(0)} ms; ` +
          `cores: nodes ${used.nodes.map(each => each.toFixed(2)).join(' + ')}, PostgreSQL ${used.postgres.toFixed(2)}, Redis ${used.redis.toFixed(2)}, people ${used.load.toFixed(2)}`,
      )
      // Late is not yet too much: others may have the machine for a moment.
      if (p95 > 8 * LATE || shown < SHOWN * offered) break
    }
    for (const seat of halls.flat()) seat.close()
    return { nodes, memory, connections: SESSIONS * PEOPLE, steps, moving }
  } finally {
    await cluster.remove()
  }
}

const load = loadavg()[0] ?? 0
const runs: Run[] = []
for (const nodes of [1, 2, 3]) runs.push(await run(nodes))
const report: ScaleReport = {
  ...{ at: new Date().toISOString().slice(0, 10), machine: machine(), sessions: SESSIONS, people: PEOPLE },
  ...{ writers: WRITERS, late: LATE, load, runs },
}
const docs = new URL('../../../docs/', import.meta.url).pathname
writeFileSync(`${docs}benchmarks-scale.json`, `${JSON.stringify(report, null, 1)}\n`)
writeFileSync(`${docs}scale.md`, scalePage(report))
console.log(scalePage(report))
process.exit(0)

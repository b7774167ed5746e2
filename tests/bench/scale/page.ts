import { ASSUMED, type Cost, editCost, moveCost, type Plan, planFor, wellDone } from './plan.ts'
import type { Run, ScaleReport, Step } from './run.ts'

const whole = (value: number) => Math.round(value).toLocaleString('en-GB')
const percent = (value: number) => `${Math.round(value * 100)} %`
const micro = (seconds: number) => `${(seconds * 1e6).toFixed(0)} µs`
const mega = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0)

function stepRow(run: Run, step: Step, { late }: ScaleReport): string {
  const { offered, shown, p50, p95, used } = step
  const well = p95 <= late && shown >= 0.95 * offered
  const cells = [
    String(run.nodes),
    whole(offered),
    percent(Math.min(1, shown / offered)),
    `${p50.toFixed(0)} ms`,
    `${p95.toFixed(0)} ms`,
    used.nodes.map(each => percent(each)).join(' + '),
    percent(used.postgres),
    percent(used.redis),
    percent(used.load),
    whole(used.commits),
  ]
  return `| ${cells.join(' | ')} |${well ? '' : ' too much'}`
}

/** What a cluster of so many nodes carried, and what all cores of the machine were busy with when it was too much. */
function summary(run: Run, report: ScaleReport): string {
  const best = wellDone(run, report).at(-1)
  const last = run.steps.at(-1) as Step
  const busy = total([...last.used.nodes, last.used.postgres, last.used.redis, last.used.load])
  const most = Math.max(...last.used.nodes)
  const bound =
    most > 0.85
      ? `the event loop of a node, at ${percent(most)} of a core`
      : `the machine: ${last.used.machine.toFixed(1)} of its ${report.machine.cores} cores were busy, ${busy.toFixed(1)} of them with all of this`
  const carried = best
    ? `${whole(best.offered)} edits a second, shown to ${report.people} people each (${whole(best.offered * report.people)} deliveries), p95 ${best.p95.toFixed(0)} ms`
    : 'no step was in time on this machine as it was'
  const end = best === last ? 'No step that was tried was too much.' : `The last step was bound by ${bound}.`
  return `- **${run.nodes} ${run.nodes === 1 ? 'node' : 'nodes'}**: ${carried}. ${end}`
}

const costRow = (what: string, cost: Cost) =>
  `| ${what} | ${micro(cost.nodes)} | ${micro(cost.postgres)} | ${micro(cost.redis)} | ${whole(cost.wal)} | ${whole(cost.redisBytes)} |`

function planTable(plans: readonly Plan[]): string {
  const row = (what: string, of: (plan: Plan) => string) => `| ${[what, ...plans.map(of)].join(' | ')} |`
  const { full } = ASSUMED
  return [
    row('', plan => `${whole(plan.sessions)} sessions`),
    row('---', () => '---:'),
    row('people and sockets', plan => whole(plan.connections)),
    row('edits a second', plan => whole(plan.edits)),
    row('moves a second', plan => whole(plan.moves)),
    row('cores of nodes, busy', plan => plan.cores.nodes.toFixed(1)),
    row(`nodes at ${percent(full)} of a core, and one more`, plan => whole(plan.nodes)),
    row('memory of all nodes', plan => `${(plan.memory / 1000).toFixed(1)} GB`),
    row('cores of PostgreSQL, busy', plan => plan.cores.postgres.toFixed(1)),
    row('log of PostgreSQL a second', plan => mega(plan.cores.wal)),
    row('cores of Redis, busy', plan => plan.cores.redis.toFixed(2)),
    row('through Redis a second', plan => mega(plan.cores.redisBytes)),
    row('to people a second', plan => mega(plan.egress)),
    row('euros a month', plan => whole(plan.money)),
  ].join('\n')
}

export function scalePage(report: ScaleReport): string {
  const { machine, sessions, people, writers, runs, late } = report
  const [one, two, three] = runs as [Run, Run, Run]
  const [small, large] = [planFor(200, report), planFor(10_000, report)]
  const each = runs.map(run => editCost(run).nodes)
  const more = Math.max(0, ((each[2] ?? 0) - (each[0] ?? 0)) / 2)
  return `# How far it scales

\`npm run bench:scale\` on ${report.at}: ${machine.cores} cores (${machine.cpu}), ${machine.memory}, Node ${machine.node}. All figures are in \`docs/benchmarks-scale.json\`, and this
page is written from them by \`tests/bench/scale/run.ts\`. **Nodes, PostgreSQL (which waits for its disk at each commit), Redis and the people share the cores of that one machine**, so
a second node brings no second core here: what is measured is what things cost, and whether nodes get in each other's way.
${report.load > 1 ? `\n**The machine did other work meanwhile** (a load of ${report.load.toFixed(1)} when this began): times do not hold then, and costs only roughly: what waits is taken in together, for less each. Run it on a quiet one.\n` : ''}

## What was measured

${sessions} sessions of ${people} people; in each ${writers} write. The people of one session are on all nodes in turn, the dearest case for nodes.
An edit counts as shown when it came to a reader at each node; a step is too much when one in twenty comes after ${late} ms, or fewer than 95 of 100 come while it lasts.

${runs.map(run => summary(run, report)).join('\n')}

| nodes | edits a second | shown | middle | p95 | cores: nodes | PostgreSQL | Redis | the people | commits a second |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${runs.flatMap(run => run.steps.map(step => stepRow(run, step, report))).join('\n')}

Commits do not grow with edits: a node appends all that came meanwhile in one transaction, so a busier database is asked for larger ones, not for more.

## What it costs

By the difference between the lowest and the highest step of which everybody was shown all; the nodes' column is of all of them together.

| | nodes | PostgreSQL | Redis | bytes of its log | bytes through Redis |
| --- | --- | --- | --- | --- | --- |
${costRow(`an edit, one node, ${people} readers`, editCost(one))}
${costRow('an edit, two nodes', editCost(two))}
${costRow('an edit, three nodes', editCost(three))}
${costRow('a move of the pointer, one node', moveCost(one))}
${costRow('a move, two nodes', moveCost(two))}
${costRow('a move, three nodes', moveCost(three))}

- a node without people holds ${whole(one.memory.empty)} MB; ${one.connections} people in ${sessions} sessions add ${whole(one.memory.seated - one.memory.empty)} MB, so ${((one.memory.seated - one.memory.empty) / one.connections).toFixed(2)} MB each
- each node more that has people of a session takes in its edits too: ${micro(more)} an edit here, as far as steps that reached differently high can be compared (a busier node takes in more edits at once, for less each)

## A plan

Assumed, and to be put in the place of by what your own sessions do: ${ASSUMED.people} people in a session; in a part where people write ${ASSUMED.active} of them are busy at a time, with ${ASSUMED.edits} edits and ${ASSUMED.moves} moves of the pointer
a second each; a third of all sessions is in such a part at one moment; cores are filled to ${percent(ASSUMED.full)}; € ${ASSUMED.core} a month for a core with 4 GB, € ${ASSUMED.terabyte} for a terabyte of traffic, eight hours on 21 days; PostgreSQL and
Redis twice, the second to take over. The load balancer sends the sockets of one session to one node (HAProxy: \`balance uri depth 2\`, \`hash-type consistent\`): nothing goes wrong without, but then
each edit costs once more on each node.

${planTable([small, large])}

The arithmetic for 200: 200 × ⅓ × ${ASSUMED.active} = ${whole(200 * ASSUMED.writing * ASSUMED.active)} people are busy, so ${whole(small.edits)} edits and ${whole(small.moves)} moves a second; times ${micro(editCost(one).nodes)} and ${micro(moveCost(one).nodes)} is
${small.cores.nodes.toFixed(2)} cores; at ${percent(ASSUMED.full)} that is ${whole(small.nodes - 1)} nodes, and one more so that any may go.

## What breaks first

1. **At 200 sessions nothing does.** ${whole(small.nodes)} nodes, ${small.cores.postgres.toFixed(2)} cores of PostgreSQL and ${mega(small.cores.wal)} of its log a second are what one ordinary machine of each gives. Losing the
   machine of PostgreSQL is what hurts: people keep what they type on their devices and wait for the second to take over.
2. **Then Redis**: it is one thread, and at 10,000 sessions it would take ${large.cores.redis.toFixed(1)} cores and ${mega(large.cores.redisBytes)} a second, nearly all of it for moves of the pointer. It is half full at some
   ${whole(5000 / Math.max(large.cores.redis, 0.01))} sessions. Channels are by session, so a Redis for a part of the sessions each, or sharded channels of its cluster mode, is the way out; we have neither.
3. **Then connections of nodes to PostgreSQL**: eleven each, so ${whole(large.nodes * 11)} for ${whole(large.nodes)} nodes. From some 40 nodes on a pool (PgBouncer, by transaction) belongs between, which was not tried.
4. **Then PostgreSQL's log**: at 10,000 sessions ${mega(large.cores.wal)} a second, written, sent to the second machine and kept, with ${large.cores.postgres.toFixed(1)} busy cores in one database.

Sessions share nothing. So the way to 10,000 is not one installation of ${whole(large.nodes)} nodes but ${whole(10_000 / 1000)} of a thousand sessions, each with its own PostgreSQL and Redis and ${whole(planFor(1000, report).nodes)} nodes, behind names of their own:
what breaks then takes a tenth with it. It costs about € ${whole(10 * planFor(1000, report).money)} a month.

Not measured here: more than one machine and the network between them, a database that others use too, and the pages and PDFs that nodes make besides (a page is asked once for each person, a PDF once for
each signatory, in threads of their own).
`
}

/**
 * The soak: 300 people in ten kick-offs write over two nodes for twenty minutes, while one thing after the other goes wrong. At the end all
 * documents must be the same for everybody and in the database, with every word once; commands done once; memory flat. Writes
 * docs/soak.json, docs/soak.md and its figure. `MINUTES`, `SESSIONS`, `PEOPLE` make it shorter; then only what came of it is told.
 */
import { loadavg } from 'node:os'
import { startCluster } from '#tests/harness/cluster.ts'
import { type Happened, type Sample, writeReport } from './report.ts'
import { Room } from './room.ts'
import { troublesOf } from './troubles.ts'

const MINUTES = Number(process.env.MINUTES ?? 20)
const SESSIONS = Number(process.env.SESSIONS ?? 10)
const PEOPLE = Number(process.env.PEOPLE ?? 30)
const SAMPLE_EVERY = 5000
/** Between two troubles, in ms: long enough to see that all is well again. */
const CALM = 15_000
/** How often who waits for calm looks, in ms. */
const LOOK_EVERY = 100

const passed = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`)

const cluster = await startCluster({ nodes: 2, cables: true })
say(`two nodes behind ${cluster.url}; ${SESSIONS} sessions of ${PEOPLE} people come in …`)
const rooms: Room[] = []
for (let index = 0; index < SESSIONS; index++) rooms.push(await Room.open(cluster, PEOPLE))
const people = rooms.flatMap(room => room.people)

const began = performance.now()
const elapsed = () => (performance.now() - began) / 1000
const samples: Sample[] = []
const sampling = setInterval(() => {
  const [first = null, second = null] = cluster.nodes.map(node =>
    node.runs() ? Math.round(node.memory()) : null,
  )
  const waiting = rooms.reduce((sum, room) => sum + room.waiting, 0)
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
  samples.push({ at: Math.round(elapsed()), memory: [first, second], waiting, load })
}, SAMPLE_EVERY)

/** How long, in s, until everybody is in step and nothing waits that was typed before. */
async function calm(): Promise<number> {
  const from = elapsed()
  while (elapsed() - from < 60) {
    if (people.every(each => each.connected && each.waiting <= 1)) break
    await passed(LOOK_EVERY)
  }
  return Math.round((elapsed() - from) * 10) / 10
}

for (const room of rooms) room.begin()
await passed(CALM)
const pick = troublesOf(cluster, () => people)
const happened: Happened[] = []
/** How often the proxy took a node for gone while nothing went wrong; counted until a trouble begins, from when it is over. */
let flaps = 0
let falls = await cluster.proxy.falls()
while (elapsed() < MINUTES * 60 - 45) {
  // In the second half the first node's process lives on, so that one can see whether what it holds grows.
  const trouble = pick(elapsed() > MINUTES * 30 ? (cluster.nodes[0] ?? null) : null)
  flaps += (await cluster.proxy.falls()) - falls
  const at = elapsed()
  await trouble.happen()
  falls = await cluster.proxy.falls()
  const lasted = Math.round((elapsed() - at) * 10) / 10
  const calmAfter = await calm()
  happened.push({ at: Math.round(at), name: trouble.name, lasted, calmAfter })
  say(
    `${trouble.name}: ${lasted} s; all in step ${calmAfter} s later; ${rooms.reduce((sum, { written }) => sum + written, 0)} words`,
  )
  await passed(CALM)
}
while (elapsed() < MINUTES * 60) await passed(1000)
for (const room of rooms) room.stop()
flaps += (await cluster.proxy.falls()) - falls
say('the end: who has what?')
const faults = (await Promise.all(rooms.map(room => room.end()))).flatMap((each, index) =>
  each.map(fault => `session ${index}: ${fault}`),
)
clearInterval(sampling)
const whole = MINUTES >= 20 && SESSIONS >= 10 && PEOPLE >= 30
const done = writeReport({
  ...{ minutes: MINUTES, sessions: SESSIONS, people: PEOPLE, faults, happened, samples },
  words: rooms.reduce((sum, { written }) => sum + written, 0),
  commands: rooms.reduce((sum, { guests }) => sum + guests.answered, 0),
  unanswered: rooms.reduce((sum, { guests }) => sum + guests.unanswered, 0),
  late: rooms.reduce((sum, { late }) => sum + late, 0),
  flaps,
  cables: cluster.nodes.some(({ cable }) => cable !== null),
  write: whole,
})
for (const room of rooms) room.leave()
for (const fault of done.faults) say(fault.slice(0, 500))
if (done.faults.length > 0) for (const node of cluster.nodes) say(node.log().slice(-3000))
await cluster.remove()
say(done.faults.length === 0 ? 'nothing was lost, all documents are equal, memory is flat' : 'NOT WELL')
process.exit(done.faults.length === 0 ? 0 : 1)

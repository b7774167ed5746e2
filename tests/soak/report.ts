import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** `memory`: of each node, in MB; null while it did not run. `waiting`: edits that their writers did not see kept yet.
 * `load`: of the whole machine, as `uptime` tells it. */
export type Sample = { at: number; memory: [number | null, number | null]; waiting: number; load?: number }
/** In seconds: when it began, how long it lasted, and how long until all was well after that. */
export type Happened = { at: number; name: string; lasted: number; calmAfter: number }
type Soak = {
  minutes: number
  sessions: number
  people: number
  words: number
  commands: number
  unanswered: number
  /** Of those, how many were done all the same; and how often the proxy took a node for gone while nothing went wrong. */
  late: number
  flaps: number
  cables: boolean
  faults: string[]
  happened: Happened[]
  samples: Sample[]
  write: boolean
}

/** Of so many commands one at the most may get no answer in a minute of trying: who gave it is told, and may give it again. */
const UNANSWERED = 1 / 50

/** What the memory of a node may grow by between the third and the last quarter. */
const FLAT = 1.2

/** Adds to the faults whether the memory grew, tells all of it, and writes the report when asked. */
export function writeReport(soak: Soak): { faults: string[] } {
  const { third, last } = quarters(soak)
  const faults = [...soak.faults]
  if (third !== null && last !== null && last > third * FLAT)
    faults.push(`memory of the first node: ${third} MB in the third quarter, ${last} MB in the last`)
  if (soak.unanswered > UNANSWERED * (soak.commands + soak.unanswered))
    faults.push(`${soak.unanswered} of ${soak.commands + soak.unanswered} commands got no answer in a minute`)
  const whole = { ...soak, faults }
  console.log(pageOf(whole))
  if (soak.write) {
    const { write: _, ...told } = whole
    const docs = new URL('../../docs/', import.meta.url).pathname
    writeFileSync(`${docs}soak.json`, `${JSON.stringify(told)}\n`)
    writeFileSync(`${docs}images/soak-memory.svg`, figureOf(whole))
    writeFileSync(`${docs}soak.md`, pageOf(whole))
  }
  return { faults }
}

/** The middle of what the first node held in the third and in the last quarter; its process lives through both. */
function quarters({ samples, minutes }: Soak): { third: number | null; last: number | null } {
  const end = minutes * 60
  const between = (from: number, to: number) =>
    middle(samples.flatMap(({ at, memory }) => (at >= from * end && at < to * end ? (memory[0] ?? []) : [])))
  return { third: between(0.5, 0.75), last: between(0.75, 1) }
}

function middle(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}

function pageOf(soak: Soak): string {
  const { minutes, sessions, people, words, commands, unanswered, late, flaps } = soak
  const { cables, faults, happened, samples } = soak
  const load = middle(samples.flatMap(each => each.load ?? []))
  const { third, last } = quarters(soak)
  const names = [...new Set(happened.map(({ name }) => name))].sort()
  const rows = names.map(name => {
    const all = happened.filter(each => each.name === name)
    const calm = all.map(({ calmAfter }) => calmAfter)
    return `| ${name} | ${all.length} | ${middle(all.map(({ lasted }) => lasted))} s | ${middle(calm)} s | ${Math.max(...calm)} s |`
  })
  const verdict =
    faults.length === 0
      ? 'Nothing was lost: every word is with everybody and in the database, once; every command was done once at most, and once when it was answered; the audit trails are whole; memory is flat.'
      : `**Not well:**\n\n${faults.map(fault => `- ${fault.slice(0, 300)}`).join('\n')}`
  return `# Soak

\`npm run soak\`: ${sessions * people} people in ${sessions} sessions write for ${minutes} minutes over two nodes, PostgreSQL and Redis behind HAProxy, while one thing after the
other goes wrong. Written by \`tests/soak/run.ts\`; all figures in \`docs/soak.json\`.

${verdict}

- ${words} words typed (each of ${sessions * people} people one every three seconds, half of them in a note of somebody else), ${commands} commands; ${unanswered} more got no answer in a minute of trying, which who gave them was told: ${late} of those were done all the same
- ${flaps} times the proxy took a node for gone while nothing went wrong: everybody on it then comes back by way of the other
- ${happened.length} troubles, one after the other, each until all were in step again and a quarter of a minute more
- memory of the node whose process lives through the second half: ${third} MB in the third quarter, ${last} MB in the last
- one machine of ${cpus().length} cores for all of it: both nodes, PostgreSQL, Redis, the proxy and the ${sessions * people} people${cables ? '' : '; no cable of a node could be pulled (no network namespaces)'}${load === null ? '' : `; its load was ${load} in the middle`}

| what went wrong | times | lasted (middle) | all in step after (middle) | (longest) |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

"In step": every page has a line and nothing waits but the last word. After a minute it is looked for no longer: a figure near 60 s means "not within a minute".

![Memory of both nodes over time, with a mark for each trouble](images/soak-memory.svg)

In the first half either node is killed or stopped; in the second half the first node's process lives on.
`
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [900, 300, 50, 30]

function figureOf({ samples, happened, minutes }: Soak): string {
  const most = Math.max(100, ...samples.flatMap(({ memory }) => memory.map(each => each ?? 0)))
  const top = Math.ceil(most / 100) * 100
  const x = (at: number) => LEFT + (at / (minutes * 60)) * (WIDTH - LEFT - 10)
  const y = (mb: number) => HEIGHT - BOTTOM - (mb / top) * (HEIGHT - BOTTOM - 15)
  const line = (node: 0 | 1) => {
    let pen = 'M'
    return samples
      .map(({ at, memory }) => {
        const mb = memory[node]
        const step = mb === null ? '' : `${pen}${x(at).toFixed(1)},${y(mb).toFixed(1)}`
        pen = mb === null ? 'M' : 'L'
        return step
      })
      .join(' ')
  }
  const grid = Array.from({ length: top / 100 + 1 }, (_, index) => index * 100).map(
    mb =>
      `<path d="M${LEFT},${y(mb)} H${WIDTH - 10}" stroke="#ccc"/><text x="${LEFT - 6}" y="${y(mb) + 4}" text-anchor="end">${mb}</text>`,
  )
  const ticks = Array.from({ length: Math.floor(minutes / 5) + 1 }, (_, index) => index * 5).map(
    minute => `<text x="${x(minute * 60)}" y="${HEIGHT - 10}" text-anchor="middle">${minute}</text>`,
  )
  const marks = happened.map(
    ({ at, name }) =>
      `<path d="M${x(at).toFixed(1)},${y(0)} v-8" stroke="#b00020" stroke-width="2"><title>${name}</title></path>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Memory in MB of both nodes by minute; red marks: something went wrong" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid.join('\n')}
${ticks.join('\n')}
<path d="${line(0)}" fill="none" stroke="#005f86" stroke-width="1.5"/>
<path d="${line(1)}" fill="none" stroke="#c26a00" stroke-width="1.5"/>
${marks.join('\n')}
<text x="${WIDTH - 10}" y="12" text-anchor="end"><tspan fill="#005f86">first node</tspan>, <tspan fill="#c26a00">second node</tspan>: MB by minute; <tspan fill="#b00020">red</tspan>: something went wrong</text>
</svg>
`
}

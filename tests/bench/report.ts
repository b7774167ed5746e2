import { readFileSync } from 'node:fs'
import type { Figures } from './load.ts'
import type { machine } from './machine.ts'

export type Row = Figures & { subject: string }
export type Result = { name: string; title: string; subjects: Row[] }
export type Report = {
  at: string
  machine: ReturnType<typeof machine>
  rounds: number
  seconds: number
  results: Result[]
}

const measures = ['ms', 'p50', 'p95', 'cpu', 'memory', 'reach'] as const

/** The median of each measure over the rounds. */
export function middle(rounds: readonly Figures[]): Figures {
  const found = measures.flatMap(key => {
    const values = rounds.flatMap(each => each[key] ?? []).sort((a, b) => a - b)
    return values.length > 0 ? [[key, values[Math.floor(values.length / 2)]]] : []
  })
  return Object.fromEntries(found)
}

const shown: Record<(typeof measures)[number], (value: number, result: Result) => string> = {
  ms: value => `${value.toFixed(0)} ms`,
  p50: value => `${value.toFixed(1)} ms`,
  p95: value => `${value.toFixed(1)} ms`,
  cpu: (value, { name }) =>
    name.startsWith('herd') ? `${value.toFixed(2)} s` : `${(value * 100).toFixed(0)} %`,
  memory: value => `${value.toFixed(0)} MB`,
  reach: value => `${(value * 100).toFixed(0)} %`,
}
const headings = { ms: 'last synced', p50: 'median', p95: 'p95', cpu: 'CPU', memory: 'memory', reach: 'seen' }
const names: Record<string, string> = {
  ours: 'Mozaïekbord',
  open: 'without gate and log',
  keeping: 'ws that applies and keeps (limit)',
  bare: 'bare ws (limit)',
}

/** A table of one scenario; beside each figure of the others, how many times ours it is. */
export function asTable(result: Result): string {
  const keys = measures.filter(key => result.subjects.some(row => row[key] !== undefined))
  const ours = result.subjects.find(({ subject }) => subject === 'ours')
  const rows = result.subjects.map(row => {
    const cells = keys.map(key => {
      const [value, own] = [row[key], ours?.[key]]
      if (value === undefined) return ''
      if (row.reach === 0 && key.startsWith('p')) return 'none in time'
      const ratio = own && row !== ours && key !== 'reach' ? ` (${(value / own).toFixed(1)}×)` : ''
      return shown[key](value, result) + ratio
    })
    return `| ${[names[row.subject] ?? row.subject, ...cells].join(' | ')} |`
  })
  const head = ['', ...keys.map(key => headings[key])]
  return [
    `**${result.title}**`,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}

function version(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`
}

/** What a reader must know before comparing, above the first table whose scenario's name begins so. */
const remarks: Record<string, string> = {
  presence: `The presence tables do not compare like with like: we show each reader some 600 states a second and leave the other moves out
(\`seen\`), the peers try to show every move. Up to 200 people Hocuspocus shows all of them, and sooner than we do; our lower CPU is
the price of what is left out.`,
  herd: `The time here is that of the last of a hundred clients, who share one core: where the limit takes long as well, it is them that are
waited for. What the server itself needs shows in its CPU.`,
  rooms: `Here writes of different rooms seldom fall together, so nearly each has a durable transaction of its own, before anybody sees it,
while nothing that it needs is at hand in the processor any more. How much that is at the least shows in the row of who applies and keeps; what we
need more than that is signing in, judging and counting. Every server warms up for half a minute here: so few edits have it compiled only by then.`,
}

/** The page of a whole run, for the docs. */
export function asPage({ at, machine, rounds, seconds, results }: Report): string {
  const said = new Set<string>()
  const remarked = (result: Result): string => {
    const [key, remark] = Object.entries(remarks).find(([key]) => result.name.startsWith(key)) ?? []
    if (key === undefined || said.has(key)) return asTable(result)
    said.add(key)
    return `${remark}\n\n${asTable(result)}`
  }
  const peers = ['yjs', 'ws', '@y/websocket-server', '@hocuspocus/server'].map(version).join(', ')
  return [
    '# Benchmarks',
    '',
    'Made by `npm run bench -- --write docs/benchmarks.md`; every figure of a table is from one run, on one machine, in turns.',
    '',
    `- ${at.slice(0, 10)}; ${machine.cores} cores (${machine.cpu}), ${machine.memory}, Linux ${machine.kernel}, Node ${machine.node}`,
    `- ${peers}`,
    `- ${rounds} rounds of ${seconds} seconds after a warm-up; the median of the rounds`,
    '- the server alone on one core, all clients on the other; CPU is the share of that one core, memory the peak',
    '- ours is measured as it ships, with sign-in, gate and durable log; the peers keep nothing and judge nothing',
    '- the limits: ws alone, which passes bytes on; and ws that has Yjs apply each update and keeps it in one durable transaction, and judges nothing',
    "- in brackets: how many times ours. `seen`: marks that reached a reader; with presence a newer state takes an older one's place",
    '',
    ...results.map(remarked),
  ].join('\n')
}

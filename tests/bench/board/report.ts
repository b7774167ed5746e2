import type { machine } from '../machine.ts'
import { type Figures, gestures } from './measure.ts'
import type { SubjectName } from './subjects.ts'

/** A subject's median over the rounds; `rounds` as they were. */
export type Row = { subject: SubjectName; version: string; middle: Flat; rounds: Flat[] }
export type Report = {
  at: string
  machine: ReturnType<typeof machine>
  browser: string
  notes: number
  people: number
  seconds: number
  rows: Row[]
}
/** Each figure by its name, a gesture's with the gesture before it (`zoom.p95`). Null: not within the time that is waited. */
export type Flat = Record<string, number | null>

export function flat(figures: Figures): Flat {
  const entries = Object.entries(figures).flatMap(([name, value]): [string, number | null][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, number]) => [`${name}.${part}`, number])
      : [[name, value]],
  )
  return Object.fromEntries(entries)
}

/** The median of each figure; a round in which it was not reached counts as longest. */
export function middle(rounds: readonly Flat[]): Flat {
  const names = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(
    names.map(name => {
      const values = rounds.map(round => round[name] ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
      const value = values[Math.floor((values.length - 1) / 2)] ?? null
      return [name, value === Number.POSITIVE_INFINITY ? null : value]
    }),
  )
}

type Line = { name: string; title: string; unit: string; digits: number; scale?: number }
const loading: Line[] = [
  { name: 'drawn', title: 'all notes drawn', unit: 'ms', digits: 0 },
  { name: 'interactive', title: 'time to interactive', unit: 'ms', digits: 0 },
  { name: 'scripts', title: 'script, gzip', unit: 'kB', digits: 0 },
  { name: 'heap', title: 'JavaScript heap, loaded', unit: 'MB', digits: 1 },
  { name: 'heapAfter', title: 'JavaScript heap, at the end', unit: 'MB', digits: 1 },
  { name: 'process', title: 'renderer process, loaded', unit: 'MB', digits: 0 },
  { name: 'processAfter', title: 'renderer process, at the end', unit: 'MB', digits: 0 },
]
const done: Record<(typeof gestures)[number], string> = {
  panAll: 'pan, all in sight',
  zoom: 'zoom in and out',
  pan: 'pan, nearby',
  drag: 'drag a note',
}
const pace: Line[] = [
  { name: 'p50', title: 'frame, median', unit: 'ms', digits: 1 },
  { name: 'p95', title: 'frame, p95', unit: 'ms', digits: 1 },
  { name: 'max', title: 'frame, longest', unit: 'ms', digits: 0 },
  { name: 'picture95', title: 'picture, p95', unit: 'ms', digits: 1 },
  { name: 'longTasks', title: 'long tasks', unit: 'ms', digits: 0 },
  { name: 'busy', title: 'main thread busy', unit: '%', digits: 0, scale: 100 },
]
const names: Record<SubjectName, string> = {
  ours: 'Mozaïekbord',
  excalidraw: 'Excalidraw',
  tldraw: 'tldraw',
  'react-flow': 'React Flow',
}

/** One cell; beside a peer's figure, how many times ours it is. */
function cell(
  { unit, digits, scale = 1 }: Line,
  value: number | null | undefined,
  own: number | null | undefined,
) {
  if (value === undefined) return ''
  if (value === null) return 'not within 20 s'
  const ratio = own ? ` (${(value / own).toFixed(1)}×)` : ''
  return `${(value * scale).toFixed(digits)} ${unit}${ratio}`
}

function table(title: string, lines: readonly Line[], rows: readonly Row[]): string {
  const ours = rows.find(({ subject }) => subject === 'ours')
  const body = lines.map(line => {
    const cells = rows.map(row =>
      cell(line, row.middle[line.name], row === ours ? null : ours?.middle[line.name]),
    )
    return `| ${[line.title, ...cells].join(' | ')} |`
  })
  const heads = rows.map(({ subject, version }) => `${names[subject]} ${version}`)
  return [
    `**${title}**`,
    '',
    `| ${['', ...heads].join(' | ')} |`,
    `|${' --- |'.repeat(rows.length + 1)}`,
    ...body,
    '',
  ].join('\n')
}

export function asTables({ rows }: Pick<Report, 'rows'>): string {
  const moving = gestures.map(gesture => {
    const lines = pace.map(line => ({ ...line, name: `${gesture}.${line.name}` }))
    return table(done[gesture], lines, rows)
  })
  return [table('loading', loading, rows), ...moving].join('\n')
}

/** The page of a whole run, for the docs. */
export function asPage(report: Report): string {
  const { at, machine, browser, notes, people, seconds, rows } = report
  return [
    '# The wall beside other whiteboards',
    '',
    'Made by `npm run bench:board -- --write docs/benchmarks-board.md`; every figure is from one run, on one machine, in turns.',
    '',
    `- ${at.slice(0, 10)}; ${machine.cores} cores (${machine.cpu}), ${machine.memory}, Linux ${machine.kernel}, Node ${machine.node}`,
    `- ${browser}, headless, without a GPU, 1366 × 800`,
    `- ${notes} notes, ${people} simulated people; ${rows[0]?.rounds.length} rounds, each gesture for ${seconds} seconds; the median of the rounds`,
    '- in brackets: how many times ours',
    '- React Flow is no whiteboard but a canvas to build one on; here with a bare node for each note, without anything about it',
    '',
    asTables(report),
  ].join('\n')
}

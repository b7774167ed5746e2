/**
 * The wall beside the whiteboards, in one go on this machine: `npm run bench:board -- [--subjects a,b] [--rounds 3] [--seconds 5]
 * [--notes 1500] [--json file] [--write docs/benchmarks-board.md] [--trace folder]`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { machine } from '../machine.ts'
import { browserVersion } from './browser.ts'
import { measure } from './measure.ts'
import { buildPages, startOurs } from './ours.ts'
import { startPeers } from './peers.ts'
import { peerNames, peerVersion } from './peers-build.ts'
import { asPage, asTables, type Flat, flat, middle, type Row } from './report.ts'
import { PEOPLE, sceneOf } from './scene.ts'
import { type SubjectName, subjects } from './subjects.ts'

const { values } = parseArgs({
  options: {
    subjects: { type: 'string', default: subjects.join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    notes: { type: 'string', default: '1500' },
    json: { type: 'string' },
    write: { type: 'string' },
    trace: { type: 'string' },
  },
})
const [notes, seconds] = [Number(values.notes), Number(values.seconds)]
const chosen = subjects.filter(subject => values.subjects.split(',').includes(subject))
const peersChosen = peerNames.filter(name => chosen.includes(name))
const asked = { scene: sceneOf(notes), seconds, trace: values.trace ?? null }

if (chosen.includes('ours')) buildPages()
const ours = chosen.includes('ours') ? await startOurs(notes) : null
const peers = peersChosen.length > 0 ? await startPeers(notes, peersChosen) : null
const rounds = new Map<SubjectName, Flat[]>()
try {
  // One round of each after the other, so that what the machine does meanwhile hits all alike.
  for (let round = 0; round < Number(values.rounds); round++)
    for (const side of [ours && { ...ours, places: [ours.place] }, peers])
      for (const place of side?.places ?? []) {
        await side?.order({ type: 'act' })
        const figures = flat(await measure(place, asked))
        await side?.order({ type: 'rest' })
        rounds.set(place.subject, [...(rounds.get(place.subject) ?? []), figures])
      }
} finally {
  await ours?.end()
  await peers?.end()
}

const packages = {
  excalidraw: '@excalidraw/excalidraw',
  tldraw: 'tldraw',
  'react-flow': '@xyflow/react',
} as const

function versionOf(subject: SubjectName): string {
  if (subject !== 'ours') return peerVersion(packages[subject])
  const file = new URL('../../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

const rows = [...rounds].map(
  ([subject, each]): Row => ({ subject, version: versionOf(subject), middle: middle(each), rounds: each }),
)
const report = {
  at: new Date().toISOString(),
  machine: machine(),
  browser: browserVersion(),
  notes,
  people: PEOPLE,
  seconds,
  rows,
}
console.log(asTables(report))
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
if (values.write) writeFileSync(values.write, asPage(report))

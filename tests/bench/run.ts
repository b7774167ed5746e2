/**
 * Our server beside its peers, in one go on this machine: `npm run bench -- [scenario …] [--subjects a,b] [--rounds 3]
 * [--seconds 5] [--json file] [--write docs/benchmarks.md]`.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Figures } from './load.ts'
import { machine } from './machine.ts'
import { asPage, asTable, middle, type Result } from './report.ts'
import { round } from './round.ts'
import { scenarios } from './scenarios.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    subjects: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
    write: { type: 'string' },
  },
})
const chosen = scenarios.filter(
  ({ name }) => positionals.length === 0 || positionals.some(each => name.startsWith(each)),
)
const seconds = Number(values.seconds)
// Long enough for Node to have compiled what is used: a server runs for days.
const span = { warmUp: 5, seconds }

const results: Result[] = []
for (const { name, title, subjects } of chosen) {
  const rounds = new Map<string, Figures[]>()
  // One round of each after the other, so that what the machine does meanwhile hits all alike.
  for (let turn = 0; turn < Number(values.rounds); turn++)
    for (const subject of subjects) {
      if (values.subjects && !values.subjects.split(',').includes(subject)) continue
      const figures = await round({ scenario: name, subject, span })
      rounds.set(subject, [...(rounds.get(subject) ?? []), figures])
    }
  const result = {
    name,
    title,
    subjects: [...rounds].map(([subject, each]) => ({ subject, ...middle(each) })),
  }
  results.push(result)
  console.log(asTable(result))
}
const report = {
  at: new Date().toISOString(),
  machine: machine(),
  rounds: Number(values.rounds),
  seconds,
  results,
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
if (values.write) writeFileSync(values.write, asPage(report))

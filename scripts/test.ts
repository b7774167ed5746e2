/** Runs each suite in turn and closes with one line that sums them. Exit code 1 when anything failed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTools } from './debian-tools.ts'
import { type Outcome, outcomeInBrowsers, outcomeOfVitest } from './test-outcomes.ts'

const reports = mkdtempSync(join(tmpdir(), 'mozaiekbord-tests-'))
let passed = 0
let failed = 0
let skipped = 0
/** Said once more at the end: in a log of thousands of lines nobody finds the one that failed. */
const failures: string[] = []

/**
 * What is held against a PostgreSQL as well as a file, beside `tests/contract`: secrets, races, what was fixed and signed, and what is to be
 * gone. Every other test that starts a server can be, by TEST_DATABASE=postgres.
 */
const ON_POSTGRES_TOO = [
  ...['anonymous-votes', 'checks', 'desks', 'votes'].map(what => `hostile/peek-at-${what}`),
  ...['damaged-log', 'erased', 'fixed-texts', 'signing-races', 'wiped'].map(what => `hostile/${what}`),
  ...['edition', 'joint-signing', 'record', 'reopened', 'retention'].map(what => `chain/${what}`),
].map(name => `tests/${name}.test.ts`)

/** What times something, or how soon all is well again: one after the other. */
const TIMED = ['tests/crash/', 'tests/nodes/', 'tests/chain/large-files.test.ts']

function run(title: string, command: string, args: string[], settings = {}): boolean {
  console.log(`\n── ${title}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } }).status === 0
}

function fail(...what: string[]): void {
  failed += what.length
  failures.push(...what)
}

function check(title: string, command: string, args: string[]): void {
  if (run(title, command, args)) passed++
  else fail(title)
}

/** Counts what the report of a suite tells; one that can't be read, or tells of no failure where there was one, is a failure itself. */
function count(title: string, ok: boolean, read: () => Outcome): void {
  try {
    const outcome = read()
    passed += outcome.passed
    skipped += outcome.skipped
    if (outcome.failed.length > 0) fail(...outcome.failed.map(each => `${title}: ${each}`))
    else if (!ok) fail(title)
  } catch {
    fail(title)
  }
}

function vitest(title: string, which: string[], settings: { TEST_DATABASE?: string } = {}): void {
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`)
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(title, 'vitest', ['run', ...which, ...reporting], settings)
  count(title, ok, () => {
    const outcome = outcomeOfVitest(report)
    // What is about a file alone was run on one before.
    return settings.TEST_DATABASE ? { ...outcome, skipped: 0 } : outcome
  })
}

function browsers(): void {
  // A report of an earlier run must not count for this one.
  rmSync('test-results', { recursive: true, force: true })
  const title = 'in browsers'
  const ok = run(`end to end, ${title}`, 'playwright', ['test', '-c', 'tests/e2e'])
  count(title, ok, () => outcomeInBrowsers('test-results/e2e.json'))
}

installTools()
check('format and lint', 'biome', ['check', '.'])
check('types', 'tsc', ['--noEmit'])
vitest(
  'unit, property, contract, house',
  TIMED.flatMap(which => ['--exclude', `${which}**`]),
)
vitest('the same on PostgreSQL', ON_POSTGRES_TOO, { TEST_DATABASE: 'postgres' })
vitest('crashes, several nodes, and what is timed', [...TIMED, '--no-file-parallelism'])
check('pages, within their budgets', 'npm', ['run', '--silent', 'build'])
browsers()
if (failures.length > 0) console.log(`\n── failed\n${failures.join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)

/** Runs each suite in turn and closes with one line that sums them. Exit code 1 when anything failed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTools } from './debian-tools.ts'
import { failedInBrowsers, failedInVitest } from './test-failures.ts'

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

function check(title: string, command: string, args: string[]): void {
  if (run(title, command, args)) passed++
  else fail(title)
}

function fail(title: string): void {
  failed++
  failures.push(title)
}

function vitest(title: string, which: string[], settings: { TEST_DATABASE?: string } = {}): void {
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`)
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(title, 'vitest', ['run', ...which, ...reporting], settings)
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    passed += counts.numPassedTests
    failed += counts.numFailedTests
    // What is about a file alone was run on one before.
    if (!settings.TEST_DATABASE) skipped += counts.numPendingTests
    failures.push(...failedInVitest(report))
    if (!ok && counts.numFailedTests === 0) fail(title)
  } catch {
    fail(title)
  }
}

type Counts = { expected: number; unexpected: number; flaky: number; skipped: number }

function browsers(): void {
  // A report of an earlier run must not count for this one.
  rmSync('test-results', { recursive: true, force: true })
  const title = 'end to end, in browsers'
  const report = 'test-results/e2e.json'
  const ok = run(title, 'playwright', ['test', '-c', 'tests/e2e'])
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: Counts }
    passed += stats.expected
    failed += stats.unexpected + stats.flaky
    skipped += stats.skipped
    failures.push(...failedInBrowsers(report))
    if (!ok && stats.unexpected + stats.flaky === 0) fail(title)
  } catch {
    fail(title)
  }
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

/** Runs each suite in turn and closes with one line that sums them. Exit code 1 when anything failed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const reports = mkdtempSync(join(tmpdir(), 'mozaiekbord-tests-'))
let passed = 0
let failed = 0
let skipped = 0

function run(title: string, command: string, args: string[]): boolean {
  console.log(`\n── ${title}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

function check(title: string, command: string, args: string[]): void {
  if (run(title, command, args)) passed++
  else failed++
}

function vitest(): void {
  const report = join(reports, 'vitest.json')
  const ok = run('unit, property, contract, house', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    passed += counts.numPassedTests
    failed += counts.numFailedTests
    skipped += counts.numPendingTests
    if (!ok && counts.numFailedTests === 0) failed++
  } catch {
    failed++
  }
}

/** What the tests need beside npm's packages, by the command that tells whether it is there. */
const tools = { chromium: 'chromium', pdfsig: 'poppler-utils', qpdf: 'qpdf' }

/** Debian's own packages: nothing is downloaded from anywhere else. Without the rights to install, the tests say what is missing. */
function installTools(): void {
  const has = (command: string) =>
    (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, command)))
  const missing = Object.entries(tools).flatMap(([command, name]) => (has(command) ? [] : [name]))
  if (missing.length === 0) return
  console.log(`Installing ${missing.join(', ')} from Debian's packages …`)
  const install = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${missing.join(' ')}`
  const asRoot = process.getuid?.() === 0 ? ['sh', '-c', install] : ['sudo', '-n', 'sh', '-c', install]
  const { status } = spawnSync(asRoot[0] as string, asRoot.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) console.log(`That did not work. Please install them yourself: ${missing.join(', ')}`)
}

type Counts = { expected: number; unexpected: number; flaky: number; skipped: number }

function browsers(): void {
  // A report of an earlier run must not count for this one.
  rmSync('test-results', { recursive: true, force: true })
  const ok = run('end to end, in browsers', 'playwright', ['test', '-c', 'tests/e2e'])
  try {
    const { stats } = JSON.parse(readFileSync('test-results/e2e.json', 'utf8')) as { stats: Counts }
    passed += stats.expected
    failed += stats.unexpected + stats.flaky
    skipped += stats.skipped
    if (!ok && stats.unexpected + stats.flaky === 0) failed++
  } catch {
    failed++
  }
}

installTools()
check('format and lint', 'biome', ['check', '.'])
check('types', 'tsc', ['--noEmit'])
vitest()
check('pages, within their budgets', 'npm', ['run', '--silent', 'build'])
browsers()
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)

/** What became of a suite, by the report that its runner leaves. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** `failed`: a text for each, with the head of its message. */
export type Outcome = { passed: number; skipped: number; failed: string[] }

/** Enough lines to know what was awaited and what came; all of it stands where the test ran. */
const HEAD = 12

function told(where: string, messages: (string | undefined)[]): string {
  const lines = messages
    .flatMap(message => stripVTControlCharacters(message ?? '').split('\n'))
    .filter(line => line.trim() !== '' && !line.includes('/node_modules/'))
  return [where, ...lines.slice(0, HEAD).map(line => `    ${line}`)].join('\n')
}

type VitestFile = {
  name: string
  status: string
  message?: string
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
}
type VitestReport = { numPassedTests: number; numPendingTests: number; testResults: VitestFile[] }

/** @param report a file by vitest's reporter `json`. A file that could not be run, or not be ended, has failed as well. */
export function outcomeOfVitest(report: string): Outcome {
  const { numPassedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as VitestReport
  const failed = testResults.flatMap(file => {
    const name = relative(process.cwd(), file.name)
    const tests = file.assertionResults
      .filter(test => test.status === 'failed')
      .map(test => told(`${name} › ${test.fullName}`, test.failureMessages ?? []))
    const whole = file.message || (file.status === 'failed' && tests.length === 0)
    return whole ? [told(name, [file.message]), ...tests] : tests
  })
  return { passed: numPassedTests, skipped: numPendingTests, failed }
}

type Failure = { message?: string }
type Spec = {
  title: string
  file: string
  line: number
  tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results: { errors?: Failure[] }[] }[]
}
type Suite = { specs: Spec[]; suites?: Suite[] }
type BrowserReport = { suites: Suite[]; errors?: Failure[]; stats: { expected: number; skipped: number } }

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]

/** @param report a file by Playwright's reporter `json`. What passed when it was tried again has failed. */
export function outcomeInBrowsers(report: string): Outcome {
  const { suites, errors, stats } = JSON.parse(readFileSync(report, 'utf8')) as BrowserReport
  const specs = suites.flatMap(specsOf)
  const failed = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const messages = results.flatMap(({ errors }) => errors ?? []).map(({ message }) => message)
        return told(`tests/e2e/${file}:${line} › ${title}`, messages)
      }),
  )
  const beside = (errors ?? []).map(({ message }) => told('beside the tests', [message]))
  return { passed: stats.expected, skipped: stats.skipped, failed: [...beside, ...failed] }
}

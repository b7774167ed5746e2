/** What failed, by the reports that the test runners leave: one text each, with the head of its message. For the end of `npm test`. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** Enough to know what was awaited and what came; the whole of it stands where the test ran. */
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

/** @param report a file by vitest's reporter `json`. A file that could not be run is one too. */
export function failedInVitest(report: string): string[] {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: VitestFile[] }
  return testResults.flatMap(file => {
    const name = relative(process.cwd(), file.name)
    const failed = file.assertionResults.filter(test => test.status === 'failed')
    if (file.status === 'failed' && failed.length === 0) return [told(name, [file.message])]
    return failed.map(test => told(`${name} › ${test.fullName}`, test.failureMessages ?? []))
  })
}

type Spec = {
  title: string
  file: string
  line: number
  ok: boolean
  tests: { results: { errors?: { message?: string }[] }[] }[]
}
type Suite = { specs: Spec[]; suites?: Suite[] }

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]

/** @param report a file by Playwright's reporter `json`. */
export function failedInBrowsers(report: string): string[] {
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8')) as {
    suites: Suite[]
    errors?: { message?: string }[]
  }
  const specs = suites.flatMap(specsOf).filter(spec => !spec.ok)
  return [
    ...(errors ?? []).map(error => told('in browsers', [error.message])),
    ...specs.map(spec => {
      const messages = spec.tests.flatMap(test => test.results.flatMap(result => result.errors ?? []))
      return told(
        `${spec.file}:${spec.line} › ${spec.title}`,
        messages.map(({ message }) => message),
      )
    }),
  ]
}

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const page = (name: string) => readFileSync(new URL(`../../docs/operations/${name}`, import.meta.url), 'utf8')

test('[O13] what the dashboard shows and the alerts go by is told by the server, and each alert is in the handbook', async () => {
  expect((await fetch(`${server.url}/api/nothing`)).status).toBe(404)
  const headers = { authorization: 'Bearer figures-for-the-tests' }
  const told = await (await fetch(`${server.url}/metrics`, { headers })).text()
  const known = new Set([...told.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
  const alerts = page('alerts.yml')
  const expressions = [
    ...[...alerts.matchAll(/expr: (.*)/g)].map(([, text]) => text),
    ...[...page('dashboard.json').matchAll(/"(?:expr|query)": "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text),
  ].join('\n')
  const asked = [...expressions.matchAll(/\b(?:mozaiekbord|nodejs|process)_[a-z0-9_]+/g)].map(
    ([name]) => name,
  )
  const unknown = asked.filter(
    name => !known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, '')),
  )
  expect(unknown).toEqual([])
  expect(asked.length).toBeGreaterThan(20)
  expect(told).toMatch(/^mozaiekbord_http_seconds_count\{what="api",status="4xx"\} 1$/m)
  expect(told).toMatch(/^mozaiekbord_kept_sessions 0$/m)

  const handbook = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const names = [...alerts.matchAll(/alert: (\w+)/g)].map(([, name]) => name ?? '')
  expect(names.filter(name => !handbook.includes(`### ${name}`))).toEqual([])
})

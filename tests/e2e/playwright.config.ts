import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserPath } from '../../scripts/debian-tools.ts'

const port = Number(process.env.E2E_PORT || 3217)
const data = process.env.E2E_DATA ?? mkdtempSync(join(tmpdir(), 'mozaiekbord-e2e-'))
// The config is read again in each worker; all mean the one folder.
process.env.E2E_DATA = data

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // A test waits for one page at a time: two at once take half the time on two cores.
  workers: 2,
  // What is waited for comes when it comes: a machine that is busy is no failure.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'nl-NL',
    // It keeps the whole build on each new device, which takes a sixth of the time: tests of what a device keeps let it in.
    serviceWorkers: 'block',
    viewport: { width: 1366, height: 800 },
    actionTimeout: 30_000,
    // Traces would be a third of the time: `--trace on` makes them.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node server/main.ts',
    cwd: '../..',
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: data,
      PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'warn',
      SESSIONS_PER_HOUR: '10000',
    },
  },
})

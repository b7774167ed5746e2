import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/harness/database.ts',
    // Half of a test is waiting for a server; where its time is what is tested, it runs alone (scripts/test.ts).
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a machine that is busy is no failure.
    expect: { poll: { timeout: 30_000 } },
  },
})

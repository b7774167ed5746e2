import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/harness/database.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a machine that is busy is no failure.
    expect: { poll: { timeout: 15_000 } },
  },
})

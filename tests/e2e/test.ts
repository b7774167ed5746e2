import { test as base } from '@playwright/test'

/** Playwright's test, after which nobody stays: browsers that are left open go on working, and slow all that come after. */
export const test = base.extend<{ everybodyLeaves: undefined }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map(context => context.close()))
    },
    { auto: true },
  ],
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { RunOptions, run } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Only what fails is looked for: telling of all that is well takes axe as long again. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** Waits until nothing moves or fades any more: half shown, words have too little contrast. What never ends isn't waited for. */
const still = (page: Page) =>
  page.waitForFunction(
    () =>
      !document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        ),
    undefined,
    // By the clock: a page that another lies over draws no frames.
    { polling: 50 },
  )

/**
 * Fails with what axe finds against WCAG 2.2 A and AA on the page as it is. It runs in the page itself: its wrapper for Playwright opens a page
 * beside it for each look, which takes four times as long. What is in a frame of another host is not looked at.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // What is half under the sticky header would count as too small.
  await page.evaluate(() => scrollTo(0, 0))
  await still(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const found = await page.evaluate(async options => {
    const { axe } = window as unknown as { axe: { run: typeof run } }
    const { violations } = await axe.run(options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
  }, OPTIONS)
  expect(found, what).toEqual([])
}

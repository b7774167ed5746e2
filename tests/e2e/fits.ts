import { expect, type Page } from '@playwright/test'

/** Fails when the page scrolls sideways. It is given the time to follow a change of width: some of it is drawn anew a frame later. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const beyond = () =>
    page.evaluate(async () => {
      await new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
        // A page that another lies over draws no frames.
        setTimeout(resolve, 500)
      })
      return document.documentElement.scrollWidth - document.documentElement.clientWidth
    })
  await expect.poll(beyond, { message: `${what} scrolls sideways` }).toBeLessThanOrEqual(0)
}
